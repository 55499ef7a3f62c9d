# The texts of Tidings in German, in sections by the part of the program that uses them.
#
# Glossar: digest = Ausgabe (deines Nachrichtenüberblicks) · summary = Zusammenfassung · story = Meldung · article = Artikel
# report = Bericht · headline = Schlagzeile (in Listen: Titel) · category = Kategorie · source = Quelle · feed = Feed
# follow = folgen · filter = Filter · mute = stummschalten · hide = ausblenden · alert = Alarm · schedule = Zeitplan
# time zone = Zeitzone · thumbnail = Vorschaubild · look = Darstellung · owner = Betreiber. Anrede: du.

## Digests
digest-headlines = Schlagzeilen
digest-stories = { $count ->
    [one] 1 Meldung
   *[other] { $count } Meldungen
}
digest-more-stories = { $count ->
    [one] 1 weitere Meldung
   *[other] { $count } weitere Meldungen
}
digest-more-headlines = { $count ->
    [one] 1 weitere Schlagzeile
   *[other] { $count } weitere Schlagzeilen
}
digest-unlisted = { $count ->
    [one] und 1 weitere
   *[other] und { $count } weitere
}
digest-minutes = { $count ->
    [one] 1 Minute Lesezeit
   *[other] { $count } Minuten Lesezeit
}
digest-good-morning = Guten Morgen
digest-good-afternoon = Guten Tag
digest-good-evening = Guten Abend
digest-end = Das war’s.
digest-end-next = Das war’s. Nächste Ausgabe: { $when }
digest-also = auch bei:
digest-whole-story = die ganze Geschichte
digest-continued-story = neu seit deiner letzten Ausgabe
digest-inside = in Telegram lesen
digest-quoted = aus dem Artikel zitiert
digest-original-language = Originalsprache ({ $language })
digest-not-translated = nicht übersetzt: { $languages }
digest-original = Original lesen
digest-part = Teil { $part } von { $parts }
digest-read-on = Weiterlesen: Teil { $part } von { $parts }
digest-button-why = Warum das?
digest-button-less = Weniger davon
digest-button-settings = Einstellungen
digest-button-longer = Länger
digest-button-shorter = Kürzer
digest-button-headlines = Schlagzeilen von heute
digest-why = <b>Warum diese Meldungen?</b> Du folgst ihren Kategorien. Zuerst kommt, was mehr Quellen berichten, dann das Neuere.
digest-why-sources = { $others ->
    [0] { $source }
    [one] { $source } und 1 weitere Quelle
   *[other] { $source } und { $others } weitere Quellen
}
digest-why-gone = Ich weiß nicht mehr, was in dieser Ausgabe stand.
digest-less = Wovon möchtest du weniger? 🔕 ist eine Meldung: Ich melde dir nichts mehr dazu. 🔇 ist eine Quelle: Ich zeige dir nichts mehr von ihr. ❌ ist eine Kategorie, der du folgst.
digest-muted = Du hörst nichts mehr davon ✓
digest-muted-story = Du hörst nichts mehr von „{ $title }“.
digest-longer-all = Mehr gibt es hier nicht. Der Rest steht hinter dem Link.
digest-nothing-above = Oben ist nichts zu sehen? Manche Apps zeigen diese Ausgaben nicht an. Tippe für die einfache Darstellung.
digest-by = Von { $authors }

## Chat
chat-description =
    Deine Nachrichten im Überblick: Folge den Themen, die dich interessieren, und ich schicke dir die Meldungen des Tages mit Bildern und kurzen Zusammenfassungen, wann du willst. Schick mir einen Link, und ich fasse ihn zusammen.
chat-short-description = Nachrichtenüberblick aus Quellen deiner Wahl und Zusammenfassungen zu jedem Link.
chat-command-start = Themen auswählen
chat-command-today = Schlagzeilen von heute
chat-command-digest = Deine Ausgabe, jetzt
chat-command-recap = Die Woche im Rückblick
chat-command-categories = Alle Kategorien
chat-command-subscribe = Einer Kategorie folgen
chat-command-unsubscribe = Einer Kategorie nicht mehr folgen
chat-command-subscriptions = Deine Kategorien
chat-command-summary = Einen Link zusammenfassen
chat-command-filter = Meldungen ausblenden oder nur manche zeigen
chat-command-filters = Deine Filter und Stummschaltungen
chat-command-mute = Eine Quelle ausblenden
chat-command-schedule = Wann Ausgaben kommen
chat-command-timezone = Deine Zeitzone
chat-command-language = Meine Sprache ändern
chat-command-settings = Alle Einstellungen
chat-command-help = Was ich kann

chat-start-hello = Hallo { $name }! 👋 Ich lese für dich die Nachrichten und schicke dir das Wichtige als kurzen Überblick.
chat-start-hello-all = Hallo zusammen! 👋 Ich lese für euch die Nachrichten und schicke das Wichtige als kurzen Überblick.
chat-start-pick = Tippe an, welchen Themen du folgen möchtest:
chat-start-reads = Meldungen in diesen Sprachen kommen zuerst: { $languages }. Du liest noch andere? Tippe auf „🗣 Sprachen, die ich lese“.
chat-start-empty = Es wurden noch keine Nachrichten geladen. Versuch /categories in einer Minute noch einmal.
chat-help =
    <b>Nachrichten</b>
    /today – Schlagzeilen von heute, oder /today <i>Kategorie</i>
    /digest – deine Ausgabe, jetzt
    /search <i>Wörter</i> – Meldungen suchen; in jedem Chat: mein Name und die Wörter
    /why – warum in deiner letzten Ausgabe stand, was darin stand
    /recap – die Woche im Rückblick
    /summary <i>Link</i> – eine Zusammenfassung jeder Seite (oder schick mir einfach den Link)

    <b>Deine Kategorien</b>
    /categories – antippen und folgen
    /subscribe <i>Name, Name</i> oder <i>all</i>, und /unsubscribe
    /subscriptions – deine Liste
    /filter <i>-Wort</i> oder <i>+Wort</i> – Meldungen ausblenden oder nur manche zeigen
    /mute <i>Quelle</i> – eine Quelle ausblenden
    /filters – deine Filter und Stummschaltungen
    /alert <i>Wort</i> – Meldungen damit kommen sofort; /alerts zeigt alle Alarme

    <b>Einstellungen</b>
    /schedule – wann Ausgaben kommen
    /quiet <i>22:00-07:00</i> – Stunden ohne Nachrichten
    /timezone – deine Zeitzone
    /language – die Sprache meiner Nachrichten
    /settings – alle Einstellungen, auch Kanäle und Gruppen, um die du dich kümmerst

    <i>Wo eine Ausgabe sein sollte, siehst du nichts? Wähle in /settings die einfache Darstellung.</i>
chat-hint = Schick mir einen Link, und ich fasse ihn zusammen. Für alles andere gibt es /help.
chat-unknown-command = Diesen Befehl kenne ich nicht. /help zeigt, was ich kann.
chat-unknown-command-near = { $text } kenne ich nicht. Meinst du das hier?
chat-plain-command = Meinst du das?
chat-owner-refused = In { $chat } kann ich nicht mehr schreiben ({ $reason }). Die Ausgaben dort pausieren, und keine davon geht in einen anderen Chat.
chat-owner-taken-back = Telegram hat eine Nachricht für { $chat } nicht angenommen ({ $reason }). Ihre Meldungen kommen mit der nächsten Ausgabe. Passiert das heute noch öfter, sagen es nur das Protokoll und /stats.
chat-owner-incident = Telegram meldet, dass es viele Chats auf einmal nicht mehr gibt ({ $reason }). Das sieht nach einem Fehler bei Telegram aus, deshalb behalte ich diese Chats und versuche es noch einmal.
chat-error = Entschuldige, bei mir ist etwas schiefgegangen. Bitte versuch es noch einmal.
chat-admins-only = Hier können nur Administratoren Einstellungen ändern.
chat-saved = Gespeichert ✓
chat-button-save = Speichern
chat-button-cancel = Abbrechen
chat-button-unknown = Dieser Knopf funktioniert nicht mehr.
chat-message-too-old = Diese Nachricht ist dafür zu alt. Bitte schick den Befehl noch einmal.
chat-article-gone = Diesen Artikel gibt es hier nicht mehr.

chat-button-digest-now = 🗞 Jetzt lesen
chat-button-schedule = ⏰ Zeitplan
chat-button-categories = 📚 Kategorien
chat-button-leave-all = ❌ Alle Kategorien entfernen
chat-button-longer = ➕ Länger
chat-button-shorter = ➖ Kürzer
chat-button-read-here = 📖 Hier lesen
chat-button-timezone = 🌍 Zeitzone
chat-button-location = 📍 Wo ich bin
chat-button-language = 💬 Sprache des Bots
chat-button-summary-language = 📝 Zusammenfassungen
chat-button-reading = 🗣 Sprachen, die ich lese
chat-button-pictures-on = 🖼 Bilder zeigen
chat-button-pictures-off = 🖼 Keine Bilder
chat-button-look = 🎨 Darstellung
chat-button-layout = 🗂 Eine Nachricht oder mehrere
chat-button-my-language = 🌐 In meiner Sprache

chat-categories = Tippe an, welchen Themen du folgen möchtest.
chat-categories-counts = Die Zahl sagt, wie viele Artikel heute neu sind.
chat-category-gone = Diese Kategorie gibt es nicht mehr.
chat-joined = Du folgst jetzt { $name }.
chat-already-following = Du folgst { $name } schon.
chat-join-covered = { $name } ist schon dabei: Du folgst { $parent }.
chat-join-too-many = Du kannst höchstens { $count } Kategorien folgen. Entferne zuerst eine: /subscriptions
chat-join-ambiguous = Es gibt mehrere Kategorien namens „{ $name }“. Welche meinst du?
chat-join-near = Eine Kategorie „{ $name }“ gibt es nicht. Meinst du eine von diesen?
chat-join-unknown = Eine Kategorie „{ $name }“ gibt es nicht. Schau in die Liste:
chat-left = Du folgst { $name } nicht mehr.
chat-not-following = Du folgst { $name } nicht.
chat-left-all = { $count ->
    [one] Du folgst jetzt keiner Kategorie mehr.
   *[other] { $count } Kategorien entfernt. Du folgst jetzt keiner mehr.
}
chat-leave-covered = { $name } gehört zu { $parent }, und dieser Kategorie folgst du. Um nichts mehr davon zu bekommen, folge { $parent } nicht mehr.
chat-leave-unknown = „{ $name }“ folgst du nicht.
chat-subscriptions = { $count ->
    [one] Du folgst 1 Kategorie. Tippe sie an, um sie zu entfernen.
   *[other] Du folgst { $count } Kategorien. Tippe eine an, um sie zu entfernen.
}
chat-subscriptions-empty = Du folgst noch keiner Kategorie.

filter-button-all = 🧹 Alle Filter
filter-usage =
    Schreib mit „-“, was du ausblenden, oder mit „+“, was du als Einziges sehen willst. Bevor etwas gespeichert wird, siehst du, was es bewirkt.

    <code>/filter -fußball</code> blendet Meldungen mit diesem Wort aus
    <code>/filter +"globale erwärmung"</code> zeigt nur Meldungen mit dieser Wortfolge
    <code>/filter source:NAME</code> zeigt nur diese Quelle, <code>-source:NAME</code> blendet sie aus
    <code>/filter lang:en,zh</code> zeigt nur diese Sprachen, <code>-lang:de</code> blendet eine aus

    /filters zeigt, was du hast. /mute blendet eine Quelle aus.
filter-no-sign = Soll ich „{ $name }“ ausblenden oder nur das zeigen? Schreib <code>-{ $part }</code> zum Ausblenden, <code>+{ $part }</code>, um nur das zu sehen. Eine Wortfolge steht in Anführungszeichen.
filter-no-end = Das schließende Anführungszeichen fehlt: { $part }
filter-no-word = In „{ $part }“ steht kein Wort.
filter-no-language = Die Sprache in „{ $part }“ kenne ich nicht. Schreib ihren Code: <code>lang:en</code>, <code>lang:zh,ja</code>.
filter-too-long = Das ist zu lang für einen Filter: „{ $part }“. Bis zu 60 Zeichen passen hinein.
filter-too-many-typed = Das sind zu viele auf einmal. Bitte schick höchstens 20 Filter in einer Nachricht.
filter-too-many = Du kannst bis zu { $count } Filter haben. Bitte entferne zuerst einen: /filters
filter-contradiction = Du kannst „{ $part }“ nicht zugleich ausblenden und als Einziges zeigen. Entferne zuerst eins von beiden: /filters
filter-have-already = Diesen Filter hast du schon.
filter-preview = { $count ->
    [one] <b>Dein neuer Filter</b>
   *[other] <b>Deine neuen Filter</b>
}
filter-preview-effect = In den letzten sieben Tagen hätte das { $hidden } von { $stories ->
    [one] { $stories } Meldung
   *[other] { $stories } Meldungen
} aus deinen Kategorien ausgeblendet.
filter-preview-more = … und { $count } weitere
filter-preview-nothing = In deinen Kategorien gab es in den letzten sieben Tagen keine Meldung zum Ausprobieren.
filter-saved = { $count ->
    [one] Gespeichert. Ab jetzt gilt dieser Filter:
   *[other] Gespeichert. Ab jetzt gelten diese Filter:
}
filter-cancelled = Nichts wurde gespeichert.
filter-removed = Entfernt: { $rule }
filter-gone = Das ist schon entfernt.
filters-list = { $count ->
    [one] Du hast einen Filter oder eine Stummschaltung. Tippe zum Entfernen darauf.
   *[other] Du hast { $count } Filter und Stummschaltungen. Tippe zum Entfernen darauf.
}
filters-empty = Du hast keine Filter. <code>/filter -wort</code> blendet Meldungen aus, <code>/filter +wort</code> zeigt nur manche, /mute blendet eine Quelle aus.
mute-usage = Welche Quelle soll ich ausblenden? Schreib ihren Namen: <code>/mute NAME</code>
mute-which = Welche Quelle soll ich ausblenden? Das sind die deiner letzten Ausgabe. Für eine andere schreib ihren Namen: <code>/mute NAME</code>
mute-near = Eine Quelle „{ $name }“ kenne ich nicht. Meinst du eine von diesen?
mute-unknown = Eine Quelle „{ $name }“ kenne ich nicht.
mute-done = 🔇 Von { $name } siehst du nichts mehr. Meldungen, die auch andere bringen, kommen weiterhin von diesen.
mute-already = 🔇 { $name } ist schon ausgeblendet.
mute-too-many = Du kannst bis zu { $count } Quellen ausblenden. Bitte entferne zuerst eine: /filters
mute-story-ended = Du erfährst wieder, was es dazu Neues gibt.

chat-next-at = Nächste Ausgabe: { $when }.
chat-next-instant = Nachrichten kommen, sobald sie erscheinen.
chat-next-off = Es kommen keine Ausgaben. /schedule schaltet sie ein.
chat-when-today = heute um { $time }
chat-when-tomorrow = morgen um { $time }
chat-when-day = { $day }, { $time }
chat-when-zone = { $when } ({ $zone })

chat-today-gathering = 🔎 Ich sehe die Nachrichten von heute durch …
chat-today-empty = Heute gibt es noch nichts Neues.
chat-today-empty-category = In { $name } gibt es heute nichts Neues.
chat-today-last-24-hours = Seit Mitternacht ist wenig passiert, deshalb sind das die letzten 24 Stunden.
chat-today-which = Welche Kategorie meinst du mit „{ $name }“?
chat-today-unknown = Eine Kategorie „{ $name }“ gibt es nicht. /categories zeigt alle.
chat-digest-coming = 🗞 Ich suche, was seit deiner letzten Ausgabe neu ist …
chat-too-many-commands = Das war viel auf einmal. Gib mir bitte eine Minute.
chat-digest-waiting = Eine Ausgabe für diesen Chat wartet noch: Telegram lässt mich hier gerade nicht mehr senden. Sie kommt, sobald es geht.
chat-digest-empty = Seit deiner letzten Ausgabe gibt es nichts Neues. /today zeigt die Schlagzeilen von heute.
chat-digest-filters = Du hast Filter: Vielleicht blenden sie etwas aus.
chat-digest-follow-first = Du folgst noch keiner Kategorie. Wähle zuerst eine Kategorie.
chat-digest-too-often = Du hast gerade mehrere Ausgaben bekommen. Bitte warte ein paar Minuten.

chat-schedule-now = Ausgaben: { $schedule }.
chat-schedule-zone = Zeitzone: { $zone }. Ändern mit /timezone.
chat-schedule-how = Wähle unten oder schreib selbst: <code>/schedule 08:00 18:30</code>
chat-schedule-unknown = „{ $text }“ verstehe ich nicht. Versuch <code>/schedule 08:00</code>, <code>/schedule werktags 07:30</code>, <code>stündlich</code>, <code>sofort</code> oder <code>aus</code>.
chat-schedule-when = Um wie viel Uhr? Schreib sie dahinter: <code>/schedule { $text } 08:00</code>
chat-schedule-same-times = Ausgaben können nur an manchen Tagen kommen, aber an allen zu denselben Zeiten: <code>/schedule werktags 07:30</code>
chat-schedule-times = { $days } um { $times }
chat-schedule-hourly = jede Stunde
chat-schedule-instant = sobald es Neues gibt
chat-schedule-off = aus
chat-days-all = jeden Tag
chat-days-workdays = montags bis freitags
chat-days-weekend = am Wochenende
chat-days-some = jeden { $days }
chat-schedule-button-weekdays = Mo–Fr { $time }
chat-schedule-button-hourly = Jede Stunde
chat-schedule-button-instant = ⚡ Sofort
chat-schedule-button-off = 🔕 Aus

chat-timezone-now = Deine Zeitzone ist { $zone }, dort ist es { $time }.
chat-timezone-how = Zum Ändern tippe eine an oder schreib den Namen einer Stadt: <code>/timezone Graz</code>
chat-timezone-which = Welche meinst du mit „{ $text }“?
chat-timezone-unknown = „{ $text }“ kenne ich nicht. Versuch eine größere Stadt in der Nähe, ein Land oder einen Zeitunterschied: <code>/timezone UTC+1</code>. Oder tippe eine an:
chat-timezone-ask =
    <b>Wie spät ist es bei dir?</b>
    Ich nehme an, es ist { $time } ({ $zone }). Tippe deine Uhrzeit an oder schreib den Namen deiner Stadt: <code>/timezone Graz</code>
chat-location-ask =
    Tippe unten auf den Knopf, um deinen Standort zu senden. Ich schlage nur die Zeitzone nach und speichere ihn nicht.
    Kein Knopf da? Hänge deinen Standort mit 📎 an oder schreib den Namen deiner Stadt: <code>/timezone Graz</code>
chat-location-share = 📍 Meinen Standort senden
chat-location-unknown = Die Zeitzone dieses Orts kann ich nicht bestimmen. Bitte schreib den Namen einer Stadt in der Nähe: <code>/timezone Graz</code>

chat-language-name = Deutsch
chat-language = Welche Sprache soll ich sprechen?
chat-language-set = Ich spreche jetzt Deutsch.
chat-language-unknown = „{ $text }“ spreche ich noch nicht. Ich spreche diese Sprachen:

chat-look-compact = Kompakt
chat-look-pictures = Große Bilder
chat-look-headlines = Nur Schlagzeilen
chat-look-simple = Einfache Darstellung
chat-look =
    <b>Wie sollen Ausgaben aussehen?</b> Von links nach rechts:
    <b>Kompakt</b> – die erste Meldung mit Bild; jede andere öffnest du durch Antippen.
    <b>Große Bilder</b> – jede Meldung unter ihrem Bild.
    <b>Nur Schlagzeilen</b> – Titel zum Antippen.
    <b>Einfache Darstellung</b> – schlichte Nachrichten für Apps, die alles andere nicht anzeigen.
chat-simple-look-set = Deine Ausgaben kommen ab jetzt in der einfachen Darstellung.
chat-layout-edition = Titelseite, dann Kategorien
chat-layout-categories = Eine Nachricht je Kategorie
chat-layout-together = Alles in einer Nachricht
chat-layout =
    <b>Wie soll eine Ausgabe mit mehreren Kategorien kommen?</b>
    <b>Titelseite, dann Kategorien</b> – alle Schlagzeilen in einer Nachricht; danach, ohne Ton, eine je Kategorie.
    <b>Eine Nachricht je Kategorie</b> – ohne Titelseite.
    <b>Alles in einer Nachricht</b> – mit einem Abschnitt je Kategorie.

chat-settings = <b>Einstellungen</b>
chat-settings-ui = Sprache des Bots: { $language }.
chat-settings-summaries = Zusammenfassungen: auf { $language }.
chat-settings-summaries-original = Zusammenfassungen: in der Sprache des jeweiligen Artikels.
chat-settings-look = Darstellung: { $look }.
chat-settings-layout = Mehrere Kategorien: { $layout }.
chat-settings-pictures = Bilder: { $state ->
    [on] an
   *[off] aus
}.
chat-summary-language-original = Die Sprache des Artikels
chat-summary-language = In welcher Sprache möchtest du Zusammenfassungen?
chat-summary-language-cannot = Dieser Bot kann noch nicht übersetzen. Seine Zusammenfassungen sind Sätze aus den Artikeln und bleiben deshalb in der Originalsprache.
chat-reading =
    <b>Sprachen, die ich lese</b>
    Tippe jede Sprache an, die du liest. Darunter legst du fest, was mit Meldungen in anderen Sprachen geschieht.
chat-reading-any = Jede Sprache
chat-reads = Sprachen: { $languages }.
chat-reads-any = Sprachen: alle.
chat-others-last = Meldungen in anderen Sprachen kommen zuletzt.
chat-others-left-out = Meldungen in anderen Sprachen entfallen.
chat-others-translated = Meldungen in anderen Sprachen werden übersetzt.
chat-others-cannot = Dieser Bot kann noch nicht übersetzen, deshalb kommen sie zuletzt.
chat-others-button-last = Andere zuletzt
chat-others-button-left-out = Keine anderen
chat-others-button-translated = Übersetzen

chat-link-usage = Schick mir einen Link: <code>/summary https://…</code>, oder antworte mit /summary auf eine Nachricht, die einen enthält.
chat-link-reading = ⏳ Ich lese { $host } …
chat-link-working = Einen Moment …
chat-link-writing = ✍️ eine bessere Zusammenfassung entsteht gerade …
chat-link-one-at-a-time = Ich bin noch mit deinem letzten Link beschäftigt. Einen Moment, bitte.
chat-link-too-many = Das waren viele Links. Bitte warte ein paar Minuten.
chat-link-queue-full = Gerade schicken viele Leute Links. Bitte versuch es in einer Minute noch einmal.
chat-link-failed = Diese Seite konnte ich nicht lesen. Vielleicht verlangt sie eine Anmeldung oder ist kein Artikel.
chat-link-too-slow = Diese Seite hat zu lange gebraucht. Bitte versuch es später noch einmal.
chat-link-stopped = Gestoppt. Schick den Link noch einmal, wenn du die Zusammenfassung doch möchtest.
chat-link-nothing-to-summarize = Hier steht zu wenig Text für eine Zusammenfassung.
chat-link-no-longer = Mehr gibt es nicht. „📖 Hier lesen“ zeigt den ganzen Artikel.
chat-link-reading-time = { $minutes ->
    [one] 1 Minute Lesezeit
   *[other] { $minutes } Minuten Lesezeit
}

## Stories
story-tellings = { $count ->
    [one] 1 Bericht
   *[other] { $count } Berichte
}
story-sources = { $count ->
    [one] von 1 Quelle
   *[other] von { $count } Quellen
}
story-how-told = Wie berichtet wurde
story-first = erster Bericht
story-comes-back = mit Neuem zurück
story-new = Neu:
story-more-tellings = { $count ->
    [one] 1 weiterer Bericht
   *[other] { $count } weitere Berichte
}
story-unlisted = { $count ->
    [one] 1 Bericht ist nicht aufgeführt.
   *[other] { $count } Berichte sind nicht aufgeführt.
}
story-why = Warum das eine Meldung ist
story-why-alike = { $source } teilt Wörter mit { $other }: { $words }
story-why-copy = { $source } hat denselben Wortlaut wie { $other }
story-why-repeated = { $source } wiederholt den eigenen Bericht
story-why-page = { $source } brachte dieselbe Seite wie { $other }
story-another = ein früherer Bericht
story-all-said = Mehr steht nicht im Artikel.
story-also-told = auch berichtet von:
story-button-part = ✂️ Abtrennen: { $source }
story-button-part-sure = ✂️ Endgültig abtrennen
story-button-keep = Abbrechen
story-part-ask = „{ $title }“ wird eine eigene Meldung. Das lässt sich nicht rückgängig machen.
story-parted = Erledigt: Das ist jetzt eine eigene Meldung.
story-part-owner = Nur der Betreiber dieses Bots kann einen Bericht von einer Meldung abtrennen.

## Loading
fetch-problem-refused-address = Diese Adresse darf ich nicht lesen.
fetch-problem-refused-address-remedy = Nimm eine öffentliche Adresse. Ist es dein eigener Server, nenne ihn in FETCH_TRUSTED_HOSTS.
fetch-problem-bad-url = Das ist keine Webadresse, die ich lesen kann.
fetch-problem-bad-url-remedy = Gib die ganze Adresse an, beginnend mit https://.
fetch-problem-dns = Es gibt keine Website dieses Namens.
fetch-problem-dns-remedy = Prüfe die Schreibweise der Adresse und die Internetverbindung dieses Rechners.
fetch-problem-tls = Das Zertifikat der Website ist ungültig.
fetch-problem-tls-remedy = Öffne die Adresse in einem Browser. Warnt auch er, kann nur die Website das beheben. Ein eigener Server braucht ein Zertifikat, dem dieser Rechner vertraut: Nenne es in SSL_CERT_FILE.
fetch-problem-connect = Die Website ist nicht erreichbar.
fetch-problem-connect-remedy = Oft legt sich das von selbst: Versuch es später noch einmal.
fetch-problem-connect-remedy-source = Tidings versucht es von selbst noch einmal.
fetch-problem-proxy = Der Proxy lässt Tidings nicht durch.
fetch-problem-proxy-remedy = Prüfe FETCH_PROXY: Adresse, Port, Benutzername und Passwort.
fetch-problem-timeout = Die Website hat zu lange nicht geantwortet.
fetch-problem-timeout-remedy = Oft legt sich das von selbst: Versuch es später noch einmal.
fetch-problem-timeout-remedy-source = Tidings versucht es von selbst noch einmal.
fetch-problem-too-large = Die Seite ist zu groß.
fetch-problem-too-large-remedy = Nur die Website kann das beheben.
fetch-problem-too-large-remedy-feed = Such nach einem kürzeren Feed derselben Website.
fetch-problem-wrong-type = Unter dieser Adresse liegt keine Seite und kein Feed, sondern eine Datei anderer Art.
fetch-problem-wrong-type-remedy = Gib die Adresse des Feeds oder der Seite selbst an, nicht die eines Bildes, Films oder Dokuments.
fetch-problem-bad-encoding = Die Website komprimiert ihre Antwort auf eine Weise, die ich nicht lesen kann.
fetch-problem-bad-encoding-remedy = Nur die Website kann das beheben.
fetch-problem-bad-answer = Die Antwort der Website verstößt gegen die Regeln von HTTP, ich kann sie nicht lesen.
fetch-problem-bad-answer-remedy = Nur die Website kann das beheben.
fetch-problem-redirects = Die Adresse leitet zu oft weiter oder auf eine unsichere Adresse.
fetch-problem-redirects-remedy = Öffne sie in einem Browser und nimm die Adresse, die er am Ende anzeigt.
fetch-problem-status = Die Website hat mir die Seite nicht gegeben.
fetch-problem-status-remedy = Öffne die Adresse in einem Browser; vielleicht ist die Seite umgezogen oder verlangt eine Anmeldung.
fetch-problem-not-found = Unter dieser Adresse liegt nichts.
fetch-problem-not-found-remedy = Prüfe die Schreibweise.
fetch-problem-not-found-remedy-feed = Oder gib die Adresse der Website selbst an: `tidings sources add` sucht dort nach dem Feed.
fetch-problem-forbidden = Die Website lässt Tidings nicht lesen.
fetch-problem-forbidden-remedy = Sie verlangt eine Anmeldung oder erlaubt keine Bots.
fetch-problem-forbidden-remedy-feed = Such nach einem anderen Feed derselben Website oder lies sie über einen eigenen RSSHub (FETCH_TRUSTED_HOSTS).
fetch-problem-forbidden-remedy-source = Hast du dort einen Zugang, trag ihn in sources.toml ein: username mit password oder headers.
fetch-problem-robot-check = Der Bot-Schutz der Website hält Tidings auf und verlangt einen Browser.
fetch-problem-robot-check-remedy = Tidings umgeht solchen Schutz nicht.
fetch-problem-robot-check-remedy-feed = Bitte die Website, Feedreader durchzulassen, such nach einem anderen Feed von ihr oder lies sie über einen eigenen RSSHub (FETCH_TRUSTED_HOSTS).
fetch-problem-server-error = Die Website hat selbst ein Problem.
fetch-problem-server-error-remedy = Oft legt sich das von selbst: Versuch es später noch einmal.
fetch-problem-server-error-remedy-source = Tidings versucht es von selbst noch einmal.
fetch-problem-gone = Die Seite wurde für immer entfernt.
fetch-problem-gone-remedy = Such nach ihrer neuen Adresse.
fetch-problem-gone-remedy-source = Die Quelle ist abgeschaltet; `tidings fetch --source NAME` versucht sie noch einmal, `tidings sources remove NAME` entfernt sie.
fetch-problem-rate-limited = Die Website bittet Tidings, vor der nächsten Anfrage zu warten.
fetch-problem-rate-limited-remedy = Versuch es später noch einmal.
fetch-problem-rate-limited-remedy-source = Tidings wartet so lange, wie die Website verlangt. Ein längeres FETCH_INTERVAL hilft.
feed-problem-empty = Die Antwort der Website war leer.
feed-problem-empty-remedy = Oft legt sich das von selbst: Versuch es später noch einmal.
feed-problem-empty-remedy-source = Tidings versucht es von selbst noch einmal.
feed-problem-web-page = Unter dieser Adresse liegt eine Webseite, kein Feed.
feed-problem-web-page-remedy = `tidings sources add ADRESSE` sucht nach den Feeds dieser Seite.
feed-problem-robot-check = Die Website zeigt statt ihres Feeds eine Bot-Prüfung.
feed-problem-robot-check-remedy = Tidings umgeht solche Prüfungen nicht. Bitte die Website, Feedreader durchzulassen, such nach einem anderen Feed von ihr oder lies sie über einen eigenen RSSHub (FETCH_TRUSTED_HOSTS).
feed-problem-list = Das ist eine Liste von Feeds, kein Feed.
feed-problem-list-remedy = Speichere sie als Datei; `tidings sources import DATEI` übernimmt alle ihre Feeds.
feed-problem-broken = Der Feed ist unlesbar beschädigt.
feed-problem-broken-remedy = Nur die Website kann das beheben. Vielleicht hat sie einen anderen Feed.
feed-problem-other = Unter dieser Adresse liegt kein Feed.
feed-problem-other-remedy = Gib die Adresse des Feeds selbst an; `tidings sources add` sucht ihn auf der Seite einer Website.
feed-problem-no-channel = Dieser Telegram-Kanal hat keine öffentliche Seite.
feed-problem-no-channel-remedy = Lesbar sind nur öffentliche Kanäle, deren Beiträge ein Browser unter t.me/s/NAME zeigt; private Kanäle, Gruppen und Personen haben keine solche Seite. Prüfe den Namen oder bitte den Besitzer des Kanals um einen Feed.
load-no-feed-found = Ich habe dort keinen Feed gefunden.
load-no-feed-found-remedy = Such auf der Website nach einem Link namens RSS oder Atom und gib dessen Adresse an.
load-page-unreadable = Ich habe auf dieser Seite keinen Artikel gefunden. Vielleicht verlangt sie eine Anmeldung.
page-problem-paywall = Dieser Artikel ist für Abonnenten; ich sehe nur, was die Website allen zeigt.
page-problem-consent = Die Website verlangt vor dieser Seite die Zustimmung zu Cookies, und die kann ich nicht geben.
page-problem-login = Die Website verlangt vor dieser Seite eine Anmeldung.
page-problem-robots = Die Website prüft vor dieser Seite, ob ein Mensch mit einem Browser kommt.
page-problem-teaser = Die Seite zeigt nur ein paar Zeilen Text.
page-problem-no-article = Das ist kein Artikel. Der Text ist die Beschreibung der Seite selbst.
page-problem-document = Das ist ein Dokument, etwa ein PDF. Ich kann nur Webseiten zusammenfassen.
page-problem-picture = Das ist ein Bild. Ich kann nur Webseiten zusammenfassen.
page-problem-sound = Das ist eine Tonaufnahme. Ich kann nur Webseiten zusammenfassen.
page-problem-film = Das ist ein Video. Ich kann nur Webseiten zusammenfassen.
page-problem-feed = Das ist ein Nachrichtenfeed, kein Artikel. Schick mir den Link zu einem seiner Artikel.
page-problem-file = Das ist eine Datei zum Herunterladen. Ich kann nur Webseiten zusammenfassen.
load-folder-unreadable = Der Ordner ist nicht lesbar.
load-folder-unreadable-remedy = Prüfe den Pfad in sources.toml und ob Tidings den Ordner lesen darf.
load-switched-off = Die Quelle ist in sources.toml abgeschaltet.
load-switched-off-remedy = Nimm dort `enabled = false` heraus, um sie wieder zu lesen.
load-not-stored = Die neuen Artikel konnten nicht gespeichert werden.
load-not-stored-remedy = Prüfe, ob auf der Festplatte Platz ist und kein anderes Programm die Datenbank belegt.
load-broke = Ein Fehler in Tidings hat das Lesen abgebrochen.
load-broke-remedy = Das Protokoll enthält die Einzelheiten. Bitte melde sie.
source-exists = Diese Quelle hast du schon.

## Figures
stats-articles = Artikel: { $count }, davon { $lately } in den letzten 24 Stunden.
stats-sources = Quellen: { $count }, davon { $failing } mit Problemen und { $off } abgeschaltet.
stats-chats = Chats: { $count }, mit { $subscriptions } Abonnements.
stats-messages = Nachrichten: { $waiting } wartend, { $sent } gesendet, { $dead } aufgegeben.
stats-unknown = Nachrichten, die angekommen sein können oder auch nicht: { $count }. Die Ausgaben darunter werden noch einmal gesendet.
stats-engine = Zusammengefasst wird mit: { $engine }.
stats-engine-ready = bereit
stats-engine-downloading = wird heruntergeladen
stats-engine-loading = wird geladen
stats-engine-failed = läuft nicht
stats-engine-verified = { $engine }, gegengelesen von { $verifier }
stats-summaries = Zusammenfassungen von { $engine }: { $count }.
stats-summaries-waiting = Wartende Zusammenfassungen: { $count }.
stats-rejected = Von den Prüfungen abgelehnte Sätze: { $count } ({ $reasons }).
stats-reason = { $reason ->
    [number] falsche Zahlen: { $count }
    [date] falsche Daten: { $count }
    [name] Namen, die der Artikel nicht nennt: { $count }
    [quote] veränderte Zitate: { $count }
    [claim] Aussagen, die der Artikel nicht macht: { $count }
    [link] Links: { $count }
    [mention] Hashtags oder @Namen: { $count }
    [command] Bot-Befehle: { $count }
    [contact] Kontaktdaten: { $count }
    [order] Aufforderungen: { $count }
    [abuse] Beleidigungen: { $count }
    [language] andere Sprache: { $count }
    [loop] Wiederholungen: { $count }
    [shape] unvollständige Sätze: { $count }
    [remark] Bemerkungen des Modells: { $count }
    [subject] am Thema vorbei: { $count }
    [title] nur der Titel noch einmal: { $count }
    [too_long] zu lang: { $count }
    [worse_than_extract] nicht besser als ein Auszug: { $count }
    [second_reader] vom Zweitleser bezweifelt: { $count }
    [empty] nichts übrig: { $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = Eine Meldung sofort bekommen
chat-command-alerts = Deine Alarme
chat-command-quiet = Stunden ohne Nachrichten

alert-usage =
    Was soll ich dir sofort melden, egal wie dein Zeitplan ist? Ich sehe alles durch, was ich lese, nicht nur deine Kategorien.

    <code>/alert erdbeben</code> – Meldungen mit diesem Wort
    <code>/alert "globale erwärmung" flut</code> – mit dieser Wortfolge oder diesem Wort
    <code>/alert bahn -streik lang:de</code> – ohne ein Wort, in einer Sprache
    <code>/alert source:NAME</code> – alles, was diese Quelle bringt

    Was du ausblendest oder stummschaltest, bleibt weg, außer wenn der Alarm es nennt. Nach { $count } Nachrichten in einer Stunde kommt der Rest zusammen. /alerts zeigt, was du hast.
alert-no-word = Auf welches Wort soll ich warten? Ein Alarm braucht eins oder eine Quelle: <code>/alert erdbeben</code>
alert-contradiction = Ich kann nicht auf „{ $part }“ warten und es zugleich weglassen.
alert-have-already = Diesen Alarm hast du schon.
alert-too-many = Du kannst bis zu { $count } Alarme haben, Meldungen, denen du folgst, eingeschlossen. Bitte entferne zuerst einen: /alerts
alert-button-all = 🔔 Alle Alarme
alert-preview = <b>Dein neuer Alarm</b>
alert-preview-any = Eins dieser Wörter genügt.
alert-preview-effect = { $count ->
    [0] In den letzten sieben Tagen wäre keine Meldung gekommen.
    [one] In den letzten sieben Tagen wäre 1 Meldung gekommen:
   *[other] In den letzten sieben Tagen wären { $count } Meldungen gekommen:
}
alert-saved = Gespeichert. Ab jetzt kommt eine solche Meldung sofort: { $alert }
alert-cancelled = Nichts wurde gespeichert.
alert-removed = Entfernt: { $alert }
alert-gone = Dieser Alarm ist schon entfernt.
alert-back = Kommt wieder: { $alert }
alert-stopped = Abgestellt: { $alert }
alert-button-stop = 🔕 Abstellen: { $alert }
alert-button-again = 🔔 Wieder melden: { $alert }
alert-heading = 🔔 Alarm: { $alert }
alert-heading-story = 📌 Eine Meldung, der du folgst
alerts-list = { $count ->
    [one] Du hast 1 Alarm. Tippe zum Entfernen darauf.
   *[other] Du hast { $count } Alarme. Tippe zum Entfernen auf einen.
} 📌 ist eine Meldung, der du folgst.
alerts-empty = Du hast keine Alarme. <code>/alert wort</code> schickt dir Meldungen mit einem Wort sofort.

quiet-now = Ruhe von { $start } bis { $end } ({ $zone }): Nachrichten warten und kommen danach als eine Ausgabe.
quiet-now-alerts = Ruhe von { $start } bis { $end } ({ $zone }): Nachrichten warten und kommen danach als eine Ausgabe. Alarme kommen trotzdem.
quiet-none = Keine Ruhezeit: Nachrichten kommen, wann immer sie fällig sind.
quiet-how = Wähle deine Stunden oder schreib sie: <code>/quiet 22:00-07:00</code>, <code>/quiet 22:00-07:00 außer Alarme</code>, <code>/quiet aus</code>
quiet-unknown = „{ $text }“ verstehe ich nicht. Schreib, von wann bis wann: <code>/quiet 22:00-07:00</code>
quiet-button = 🌙 Ruhezeit
quiet-button-alerts = 🔔 Alarme kommen trotzdem
quiet-button-off = Keine Ruhezeit
quiet-setting = Ruhezeit: { $start }–{ $end } ({ $zone }).
quiet-setting-alerts = Ruhezeit: { $start }–{ $end } ({ $zone }), außer Alarme.
quiet-setting-none = Ruhezeit: keine.

story-button-follow = 📌 Folgen
story-button-unfollow = ✅ Du folgst
story-button-mute = 🔕 Meldung stummschalten
story-button-unmute = ✅ Stumm: wieder melden
story-button-mute-source = 🔇 { $source } stummschalten
story-button-unmute-source = ✅ Stumm: { $source } wieder zeigen
story-follow-done = Was es dazu Neues gibt, melde ich dir sofort. Du findest sie in /alerts.
story-follow-ended = Du folgst dieser Meldung nicht mehr.
story-source-muted = Von { $source } siehst du nichts mehr.
story-source-unmuted = Du siehst { $source } wieder.
digest-button-follow = Folgen
digest-button-hide-word = 🙈 Ein Wort ausblenden…
digest-hide-word = Meldungen mit welchem Wort soll ich ausblenden? Bevor etwas gespeichert wird, siehst du, was es bewirkt.
digest-hide-word-none = Hier finde ich kein Wort zum Anbieten. Schreib es selbst: <code>/filter -wort</code>

### Search, inline mode and /why
chat-command-search = Die Nachrichten durchsuchen
chat-command-why = Warum diese Meldungen?
search-usage =
    Wonach soll ich suchen? Alle Wörter müssen in der Meldung stehen, und zwar ganz.

    <code>/search hafen brücke</code> findet beide Wörter
    <code>/search "globale erwärmung"</code> findet die Wortfolge
    <code>/search brücke -fußball</code> lässt Meldungen mit dem zweiten Wort weg
    <code>/search brücke source:NAME lang:en,zh</code> sucht nur in dieser Quelle und in diesen Sprachen

    In jedem Chat: Schreib meinen Namen und die Wörter und wähle eine Karte.
search-too-long = Das ist zu lang für eine Suche. Bis zu { $count } Zeichen, und 60 je Wort oder Wortfolge: <code>/search hafen brücke</code>
search-contradiction = Eine Meldung kann „{ $part }“ nicht zugleich enthalten und nicht enthalten. Lass eins von beiden weg.
search-only-hidden = Das sagt nur, was wegbleiben soll. Sag auch, was du suchst: <code>/search brücke -fußball</code>
search-one-letter = „{ $part }“ allein steht in fast jeder Meldung. Schreib ein ganzes Wort: <code>/search brücke</code>
search-sign = Ich suche Wörter, keine Zeichen wie „{ $part }“. Schreib ein Wort: <code>/search brücke</code>
search-count = { $count ->
    [one] 1 Meldung
   *[other] { $count } Meldungen
}
search-newest = die neuesten { $count }
search-filtered = mit deinen Filtern
search-button-filtered = 🧹 Mit meinen Filtern
search-button-all = Ohne meine Filter
search-nothing = Nichts gefunden zu { $query }.
search-unknown = In keiner Meldung: { $words }
search-try = Versuch es mit weniger oder anderen Wörtern: Jedes muss ganz in der Meldung stehen („Brücken“ ist nicht „Brücke“). Eine Wortfolge steht in Anführungszeichen, und <code>-wort</code> lässt Meldungen weg.
search-all-hidden = Deine Filter blenden alles aus, was ich zu { $query } gefunden habe.
search-inline-more = Nichts gefunden. Andere Wörter?
search-inline-whole = Schreib ein ganzes Wort
why-languages-first = Deine Sprachen stehen zuerst.
why-kept = dabei wegen { $rules }
why-left-out = { $count ->
    [one] <b>Nicht dabei:</b> 1 Meldung
   *[other] <b>Nicht dabei:</b> { $count } Meldungen
}
why-left-rule = ausgeblendet durch { $rule }
why-left = • { $reason }: { $stories }
why-left-muted = 🔕 stummgeschaltete Meldungen
why-left-told = schon gemeldet
why-left-language = in Sprachen, die du weglässt
why-left-room = kein Platz
why-left-then = damals nicht abonniert oder ausgeblendet
why-get = <i>/filters entfernt Filter und Stummschaltungen, in /settings stehen deine Sprachen. /today und /search zeigen, was es gibt.</i>
why-nothing-left-out = Nichts wurde weggelassen.
why-alert = Das kam durch einen deiner Alarme: Seine Wörter stehen über der Meldung. /alerts zeigt und entfernt sie.
why-no-digest = Du hast noch keine Ausgabe bekommen. /digest schickt dir jetzt eine.

### Channels, groups and topics
place-heading = Für <b>{ $chat }</b>:
place-greeting = Hier entscheiden nur Administratoren, was ich sende. Alle anderen können mich jederzeit nach /today fragen.
place-button-places = 📣 Kanäle und Gruppen
place-button-add-channel = ➕ Zu einem Kanal hinzufügen
place-button-add-group = ➕ Zu einer Gruppe hinzufügen
place-button-choose-channel = 📣 Kanal wählen
place-button-choose-group = 👥 Gruppe wählen
place-list = { $count ->
    [one] Du kümmerst dich um einen Kanal oder eine Gruppe. Tippe zum Einstellen darauf.
   *[other] Du kümmerst dich um { $count } Kanäle und Gruppen. Tippe zum Einstellen darauf.
}
place-list-empty = Von hier aus kannst du dich um Kanäle und Gruppen kümmern, in denen du Administrator bist.
place-how = Jeder Einstellungsbefehl nimmt auch zuerst den Namen: <code>/subscribe @kanal Welt</code>
place-ask-channel =
    Tippe unten auf den Knopf und wähle den Kanal. Ich brauche nur das Recht, Nachrichten zu veröffentlichen.
    Kein Knopf da? Nimm diesen Link: { $link }
place-ask-group =
    Tippe unten auf den Knopf und wähle die Gruppe.
    Kein Knopf da? Nimm diesen Link: { $link }
place-chosen = Gewählt: <b>{ $chat }</b>
place-this-chat = dieser Chat
place-private-only = Um andere Kanäle und Gruppen kümmerst du dich im privaten Chat mit mir. Lass hier bitte den Namen weg.
place-digest-sent = Die Ausgabe ist dorthin unterwegs.
place-language-set = Dort spreche ich ab jetzt { $language }.
place-unknown = Mir ist { $chat } unbekannt. Prüfe den Namen und füge mich dort zuerst hinzu.
place-no-answer = Telegram hat mir keine Auskunft gegeben: { $chat }. Bitte versuch es in einer Minute noch einmal.
place-goodbye = Auf Wiedersehen! An { $chat } schicke ich nichts mehr. Die Einstellungen bleiben 90 Tage, falls du mich wieder hinzufügst; danach wird alles gelöscht. Soll es gleich weg, füge mich noch einmal hinzu und schick dort /forget.
place-not-there = Dort bin ich noch nicht dabei: { $chat }. Bitte füge mich zuerst hinzu.
place-not-administrator = Du bist dort kein Administrator und kannst keine Einstellungen ändern: { $chat }.
place-lacks-post-messages = In { $chat } darf ich nichts veröffentlichen. Öffne den Kanal in Telegram → Bearbeiten → Administratoren → mein Name und schalte „Nachrichten veröffentlichen“ ein. Versuch es dann noch einmal.
place-lacks-send-messages = In { $chat } darf ich nicht schreiben. Öffne die Gruppe in Telegram → Bearbeiten → Berechtigungen und erlaube „Nachrichten senden“, oder mach mich zum Administrator. Versuch es dann noch einmal.
topics-button-make = 🗂 Je Kategorie ein Thema
topics-button-undo = ↩️ Themen des Bots entfernen
topics-line = Mit eigenem Thema: { $names }.
topics-making = Ich lege die Themen an …
topics-progress = Ich lege die Themen an: { $done } von { $count } …
topics-made = Diese Kategorien haben jetzt ein eigenes Thema, in dem ihre Meldungen kommen: { $names }.
topics-all-there = Jede Kategorie hat schon ihr Thema.
topics-follow-first = Hier folgt ihr noch keiner Kategorie. Wähle zuerst welche: /categories
topics-none = Es gibt keine Themen, die ich angelegt habe.
topics-undone = Erledigt: Die Meldungen kommen wieder dorthin, wo sie vorher kamen. Themen ohne Meldungen sind entfernt, die anderen bleiben zum Lesen.
topics-no-forum = Dieser Chat hat keine Themen. Eine Gruppe bekommt sie in Telegram: öffnen → Bearbeiten → Themen.
topics-lacks-manage-topics = Hier darf ich keine Themen anlegen. Öffne die Gruppe in Telegram → Bearbeiten → Administratoren → mein Name (oder füge mich hinzu) und schalte „Themen verwalten“ ein. Tippe dann noch einmal.
topics-failed = Telegram legt gerade keine weiteren Themen an. Tippe in ein paar Minuten noch einmal: Was da ist, bleibt.
topics-lost = Im Thema „{ $topic }“ kann ich nicht mehr schreiben, deshalb kommen dort keine Meldungen mehr. Wurde es gelöscht, kann ein Administrator /settings senden und auf „Je Kategorie ein Thema“ tippen, dann lege ich es wieder an.

### The owner, and a chat's own data
chat-command-export = Deine Auswahl als Dateien
chat-command-forget = Alles löschen, was ich von dir habe
owner-command-sources = Die Quellen und ihr Zustand
owner-command-addsource = Eine Quelle hinzufügen
owner-command-removesource = Eine Quelle entfernen
owner-command-stats = Zahlen des Bots
owner-command-announce = Allen Chats schreiben
owner-button-remove = Entfernen
sources-list = { $count ->
    [one] <b>1 Quelle</b>
   *[other] <b>{ $count } Quellen</b>
} · { $failing } mit Fehlern · { $off } abgeschaltet
sources-empty =
    Es gibt noch keine Quellen. Füge eine hinzu:
    <code>/addsource https://www.tagesschau.de Welt</code>
sources-read-ago = zuletzt gelesen vor { $time }
sources-never-read = noch nicht gelesen
sources-never-worked = noch nie lesbar
sources-failures = { $count ->
    [one] 1 Fehler
   *[other] { $count } Fehler in Folge
}
sources-overdue = überfällig seit { $time }
sources-per-day = { $number } Artikel am Tag
sources-button-read = 🔄 Jetzt lesen
sources-reading = Ich lese sie gerade …
sources-gone = Diese Quelle gibt es nicht mehr.
sources-remove-usage =
    Welche Quelle? Schick ihren Namen:
    <code>/removesource Tagesschau</code>
    /sources zeigt alle.
sources-remove-ask = <b>{ $name }</b> entfernen? Ich lese sie dann nicht mehr. Ihre Artikel bleiben, bis sie alt sind.
sources-removed =
    <b>{ $name }</b> ist entfernt. So kommt sie zurück:
    <code>/addsource { $address }</code>
sources-kept = <b>{ $name }</b> bleibt.
sources-near = Eine Quelle namens „{ $name }“ habe ich nicht. Meinst du eine von diesen?
sources-unknown = Eine Quelle namens „{ $name }“ habe ich nicht. /sources zeigt alle.
adding-usage =
    Gib mir eine Adresse: die eines Feeds, einer Website oder eines öffentlichen Telegram-Kanals. Dahinter kann eine Kategorie stehen.
    <code>/addsource https://www.tagesschau.de Welt</code>
    <code>/addsource @durov Telegram</code>
adding-looking = Ich suche Feeds bei { $host } …
adding-failed = Etwas ist schiefgegangen, und nichts wurde hinzugefügt. Das Protokoll enthält die Einzelheiten.
adding-cancelled = Nichts wurde hinzugefügt.
adding-which-feed = { $host } hat { $count } Feeds. Welcher soll es sein?
adding-which-category = In welche Kategorie? Für eine neue schick <code>/addsource ADRESSE KATEGORIE</code>.
adding-category = Kategorie: { $name }
articles-count = { $count ->
    [one] 1 Artikel
   *[other] { $count } Artikel
}
adding-newest = der neueste vom { $day }
adding-problem = { $problem }: { $detail }.
adding-technical = { $problem } ({ $detail }).
adding-added = { $count ->
    [one] <b>{ $name }</b> ist hinzugefügt, bisher mit 1 Artikel.
   *[other] <b>{ $name }</b> ist hinzugefügt, bisher mit { $count } Artikeln.
}
adding-in-category = Kategorie: { $name }.
adding-button-own-categories = Kategorien des Feeds
adding-button-offer = ➕ Als Quelle hinzufügen
adding-offer-channel = Dieser Kanal kann eine Quelle sein: { $address }
announce-usage =
    Was soll ich allen Chats sagen? Links und Formate bleiben, wie du sie schreibst.
    <code>/announce Heute Nacht ziehe ich auf einen neuen Server um. Ausgaben können später kommen.</code>
announce-preview = { $count ->
    [one] So sieht es aus. Es geht an <b>1 Chat</b>.
   *[other] So sieht es aus. Es geht an <b>{ $count } Chats</b>.
}
announce-button-send = Senden
announce-started = Unterwegs
announce-cancelled = Nichts wurde gesendet.
announce-over = Das wurde schon gesendet oder abgebrochen.
announce-sending = { $count ->
    [one] Ich sende an 1 Chat …
   *[other] Ich sende an { $count } Chats …
}
announce-progress = Ich sende: { $done } von { $count } erledigt.
announce-done = { $failed ->
    [0] Die Ankündigung ist raus. Chats, die sie bekommen haben: { $sent }.
   *[other] Die Ankündigung ist raus. Chats, die sie bekommen haben: { $sent }; nicht erreicht: { $failed }.
}
stats-chart-digests = Ausgaben
stats-chart-articles = Neue Artikel
stats-chart-failures = Aufgegebene Nachrichten
notice-source-dead = Seit einem Tag kann ich { $name } nicht lesen: { $reason }. /sources zeigt sie und was hilft.
notice-source-off = { $name } gibt es nicht mehr, die Quelle ist abgeschaltet: { $reason }. /sources zeigt sie und was hilft.
notice-sources-dead = { $count } Quellen sind seit einem Tag nicht lesbar: { $names }. Ist das Netz in Ordnung? /sources zeigt sie.
notice-disk-low = Die Festplatte ist fast voll: { $free } MB sind noch frei. Schaff Platz oder setze DATA_DIR auf eine größere.
notice-engine-failed = Die Zusammenfassung mit { $engine } läuft nicht ({ $reason }). Bis sie wieder läuft, bestehen Zusammenfassungen aus Sätzen der Artikel.
notice-backup-failed = Die heutige Sicherung ist gescheitert ({ $reason }). Prüfe, ob DATA_DIR Platz hat und beschreibbar ist.
export-json = Was dieser Chat gewählt hat: Einstellungen, Kategorien, Filter. Programme können es lesen.
export-opml = { $count ->
    [one] Der Feed hinter deinen Kategorien. Jeder Feedreader nimmt diese Datei.
   *[other] Die { $count } Feeds hinter deinen Kategorien. Jeder Feedreader nimmt diese Datei.
}
export-no-feeds = Eine Datei mit Feeds gibt es nicht: Hinter dem, was hier abonniert ist, stehen keine öffentlichen Feeds.
export-failed = Die Dateien ließen sich nicht senden. Bitte versuch es später noch einmal.
forget-ask = Soll ich dich vergessen? Deine Kategorien, Filter, Einstellungen und dein Verlauf werden sofort gelöscht, und es kommt keine Ausgabe mehr. /export gibt dir vorher eine Kopie.
forget-ask-group = Soll ich diesen Chat mit allen seinen Themen vergessen? Kategorien, Filter, Einstellungen und Verlauf werden sofort gelöscht, und es kommt keine Ausgabe mehr. /export gibt euch vorher eine Kopie.
forget-button = Vergiss mich
forget-kept = Alles bleibt, wie es ist.
forget-done = Erledigt: Ich habe dich vergessen. Aus den Sicherungen des Bots verschwindest du innerhalb von fünf Wochen. Mit /start fängst du neu an. Mach’s gut!
forget-done-group = Erledigt: Ich habe diesen Chat vergessen. Aus den Sicherungen des Bots verschwindet er innerhalb von fünf Wochen. Entferne mich oder fang mit /start neu an. Macht’s gut!
help-own-data =
    <b>Deine Daten</b>
    /export – deine Auswahl als Dateien
    /forget – alles löschen, was ich von dir habe
help-owner =
    <b>Für dich als Betreiber</b>
    /sources – wie es jeder Quelle geht
    /addsource <i>Adresse</i> – auch @kanal; oder schick mir einfach einen Link
    /removesource <i>Name</i>
    /stats – Zahlen und ein Diagramm
    /announce <i>Text</i> – allen Chats schreiben

### Digests outside Telegram
publish-title = Meine Ausgaben
publish-nothing-yet = Noch nichts da: Hier stehen die Meldungen deiner nächsten Ausgabe.
publish-unavailable = Der Betreiber dieses Bots hat das nicht eingeschaltet (<code>PUBLISH_URL</code>).
publish-off = Deine Ausgaben lassen sich auch außerhalb von Telegram lesen: als Feed in einem Feedreader und als Seite im Browser. Du bekommst eine private Adresse; wer sie kennt, kann mitlesen.
publish-on =
    <b>Deine Ausgaben außerhalb von Telegram</b>
    Feed: { $feed }
    Seite: { $page }

    Wer die Adresse kennt, kann mitlesen. Mit einer neuen Adresse gilt die alte nicht mehr.
publish-in-private = Die Adresse ist geheim, darum zeige ich sie nur in unserem privaten Chat.
publish-button-private = Privaten Chat öffnen
publish-button-on = Private Adresse anlegen
publish-button-new = Neue Adresse
publish-button-off = Nicht mehr veröffentlichen

### Recaps
recap-title = Deine Woche
recap-stories = { $count ->
    [one] 1 Meldung
   *[other] { $count } Meldungen
}
recap-told = { $sources ->
    [one] 1 Quelle
   *[other] { $sources } Quellen
}, { $reports ->
    [one] 1 Bericht
   *[other] { $reports } Berichte
}
recap-began = Es begann am { $day }:
recap-empty = Noch ist kein Rückblick möglich: In den letzten sieben Tagen gab es keine Meldungen.
recap-how = Einen Rückblick auf „{ $text }“ habe ich nicht, nur den auf die Woche: /recap week. Von selbst kommt er mit einem Zeitplan, zum Beispiel <code>/schedule sonntags 18:00 Rückblick</code>.
recap-line = Wochenrückblick: { $schedule }.
recap-set = Gespeichert ✓ Dein Wochenrückblick kommt { $schedule }. Der nächste: { $when }.
recap-off = Gespeichert ✓ Es kommt kein Rückblick mehr von selbst. Mit /recap siehst du ihn jederzeit.
recap-button-on = 📅 Jeden Sonntag um 18:00
recap-button-off = 🔕 Keinen Rückblick mehr senden

### Ranking that learns
taste-button-more = Mehr davon
taste-button-less = Weniger davon
taste-button-less-like = 👎 Weniger wie…
taste-button-more-like = 👍 Mehr wie…
taste-button-mute = 🔕 Meldung stummschalten
taste-button-undo = ↩️ Rückgängig
taste-button-clear = 🧹 Alle 👍 und 👎 vergessen
taste-which-less = Von welchen Meldungen möchtest du weniger sehen? Wähle eine als Beispiel.
taste-which-more = Von welchen Meldungen möchtest du mehr sehen? Wähle eine als Beispiel.
taste-toast-less = Gemerkt: weniger davon ✓
taste-toast-more = Gemerkt: mehr davon ✓
taste-learnt-less = 👎 Meldungen wie „{ $title }“ kommen jetzt weiter unten: { $things }. Keine wird ausgeblendet. /filters zeigt, was ich gelernt habe, und vergisst es.
taste-learnt-more = 👍 Meldungen wie „{ $title }“ kommen jetzt weiter oben: { $things }. /filters zeigt, was ich gelernt habe, und vergisst es.
taste-why = <i>👍 und 👎 zählen wie Quellen: −1 verschiebt eine Meldung so, als brächte sie eine Quelle weniger. /filters vergisst sie.</i>
taste-word = „{ $word }“
taste-taken-back = Rückgängig gemacht ✓
taste-forgotten = Vergessen ✓
taste-list = { $count ->
    [one] Aus deinen 👍 und 👎 habe ich 1 Sache gelernt. Sie schiebt Meldungen nach oben oder unten und blendet keine aus. Tippe darauf, damit ich sie vergesse.
   *[other] Aus deinen 👍 und 👎 habe ich { $count } Sachen gelernt. Sie schieben Meldungen nach oben oder unten und blenden keine aus. Tippe auf eine, damit ich sie vergesse.
}
