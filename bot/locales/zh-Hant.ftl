# 以繁體中文說話的 Tidings。各節按說話的程式排列。

## Digests
digest-headlines = 頭條
digest-stories = { $count } 則新聞
digest-more-stories = 另外 { $count } 則新聞
digest-more-headlines = 另外 { $count } 則標題
digest-untold = 還有 { $count } 則
digest-also = 另見：
digest-inside = 在 Telegram 內閱讀
digest-quoted = 摘自原文
digest-continued = 文章未完：其餘部分超出單則訊息的長度。
digest-original = 閱讀原文
digest-by = 作者：{ $authors }
