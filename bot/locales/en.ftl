# Tidings in English. Sections follow the code that speaks them.

## Digests
digest-headlines = Headlines
digest-stories = { $count ->
    [one] 1 story
   *[other] { $count } stories
}
digest-more-stories = { $count ->
    [one] 1 more story
   *[other] { $count } more stories
}
digest-more-headlines = { $count ->
    [one] 1 more headline
   *[other] { $count } more headlines
}
digest-untold = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
digest-also = also:
digest-inside = read in Telegram
digest-quoted = quoted from the article
digest-continued = There is more: the rest did not fit into one message.
digest-original = Read the original
digest-by = By { $authors }
