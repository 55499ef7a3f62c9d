# The texts of Tidings in French, in sections by the part of the program that uses them.
#
# Glossaire : digest = bulletin · summary = résumé · story = sujet · article = article · report = article (d’un sujet)
# headline = titre · category = catégorie · source = source · feed = flux · follow = suivre · filter = filtre
# mute = masquer (masqué) · alert = alerte · schedule = horaires · time zone = fuseau horaire · thumbnail = vignette
# look = présentation · owner = propriétaire. On dit « vous ».

## Digests
digest-headlines = À la une
digest-stories = { $count ->
    [one] { $count } sujet
   *[other] { $count } sujets
}
digest-more-stories = { $count ->
    [one] { $count } autre sujet
   *[other] { $count } autres sujets
}
digest-more-headlines = { $count ->
    [one] { $count } autre titre
   *[other] { $count } autres titres
}
digest-unlisted = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
digest-minutes = { $count ->
    [one] { $count } minute de lecture
   *[other] { $count } minutes de lecture
}
digest-good-morning = Bonjour
digest-good-afternoon = Bonjour
digest-good-evening = Bonsoir
digest-end = C’est tout.
digest-end-next = C’est tout. Prochain bulletin : { $when }
digest-also = aussi chez :
digest-whole-story = le sujet en entier
digest-continued-story = du nouveau depuis votre dernier bulletin
digest-inside = lire dans Telegram
digest-quoted = extrait de l’article
digest-original-language = langue d’origine ({ $language })
digest-not-translated = non traduit : { $languages }
digest-original = Lire l’original
digest-part = Partie { $part } sur { $parts }
digest-read-on = Lire la suite : partie { $part } sur { $parts }
digest-button-why = Pourquoi ?
digest-button-less = Moins de ça
digest-button-settings = Réglages
digest-button-longer = Plus long
digest-button-shorter = Plus court
digest-button-headlines = Les titres du jour
digest-why = <b>Pourquoi ces sujets ?</b> Vous suivez leurs catégories. D’abord ce dont le plus de sources parlent, puis le plus récent.
digest-why-sources = { $others ->
    [0] { $source }
    [one] { $source } et { $others } autre source
   *[other] { $source } et { $others } autres sources
}
digest-why-gone = Je ne sais plus ce que contenait ce bulletin.
digest-less = Que voulez-vous voir moins ? 🔕 est un sujet : je ne vous en parlerai plus. 🔇 est une source : je n’en montrerai plus rien. ❌ est une catégorie que vous suivez.
digest-muted = Vous n’en entendrez plus parler ✓
digest-muted-story = Vous n’entendrez plus parler de « { $title } ».
digest-longer-all = C’est tout ce qu’il y a ici. Le reste est derrière le lien.
digest-nothing-above = Rien au-dessus ? Certaines applications n’affichent pas ces bulletins. Touchez pour passer à la présentation simple.
digest-by = Par { $authors }

## Chat
chat-description =
    Votre actualité en bulletins : suivez les thèmes qui vous plaisent et je vous envoie les sujets du jour, avec images et courts résumés, quand vous le souhaitez. Envoyez-moi un lien et je vous le résume.
chat-short-description = Bulletins d’actualité des sources de votre choix, et résumé de n’importe quel lien.
chat-command-start = Choisir quoi suivre
chat-command-today = Les titres du jour
chat-command-digest = Votre bulletin, maintenant
chat-command-recap = Les sujets forts de la semaine
chat-command-categories = Toutes les catégories
chat-command-subscribe = Suivre une catégorie
chat-command-unsubscribe = Ne plus suivre une catégorie
chat-command-subscriptions = Ce que vous suivez
chat-command-summary = Résumer un lien
chat-command-filter = Masquer des sujets ou n’en montrer que certains
chat-command-filters = Vos filtres et ce que vous masquez
chat-command-mute = Masquer une source
chat-command-schedule = Horaires des bulletins
chat-command-timezone = Votre fuseau horaire
chat-command-language = Changer ma langue
chat-command-settings = Tous les réglages
chat-command-help = Ce que je sais faire

chat-start-hello = Bonjour { $name } ! 👋 Je lis l’actualité pour vous et vous envoie l’essentiel dans un court bulletin.
chat-start-hello-all = Bonjour à tous ! 👋 Je lis l’actualité pour vous et vous envoie l’essentiel dans un court bulletin.
chat-start-pick = Touchez ce que vous souhaitez suivre :
chat-start-reads = Les sujets dans ces langues viennent en premier : { $languages }. Vous en lisez d’autres ? Touchez « 🗣 Langues que je lis ».
chat-start-empty = Aucune actualité n’est encore chargée. Réessayez /categories dans une minute.
chat-help =
    <b>Actualité</b>
    /today – les titres du jour, ou /today <i>catégorie</i>
    /digest – votre bulletin, maintenant
    /search <i>mots</i> – chercher des sujets ; dans toute discussion : mon nom et les mots
    /why – pourquoi votre dernier bulletin contenait cela
    /recap – les sujets forts de la semaine
    /summary <i>lien</i> – le résumé d’une page (ou envoyez-moi simplement le lien)

    <b>Ce que vous suivez</b>
    /categories – toucher pour suivre
    /subscribe <i>nom, nom</i> ou <i>all</i>, et /unsubscribe
    /subscriptions – votre liste
    /filter <i>-mot</i> ou <i>+mot</i> – masquer des sujets ou n’en montrer que certains
    /mute <i>source</i> – masquer une source
    /filters – vos filtres et ce que vous masquez
    /alert <i>mot</i> – les sujets avec ce mot arrivent aussitôt ; liste : /alerts

    <b>Réglages</b>
    /schedule – horaires des bulletins
    /quiet <i>22:00-07:00</i> – heures sans actualité
    /timezone – votre fuseau horaire
    /language – la langue de mes messages
    /settings – tous les réglages, dont les chaînes et groupes que vous gérez

    <i>Vous ne voyez rien à la place d’un bulletin ? Choisissez la présentation simple dans /settings.</i>
chat-hint = Envoyez-moi un lien et je vous le résume. Pour tout le reste, il y a /help.
chat-unknown-command = Je ne connais pas cette commande. /help montre ce que je sais faire.
chat-unknown-command-near = Je ne connais pas { $text }. Vouliez-vous dire ceci ?
chat-plain-command = Vouliez-vous dire ceci ?
chat-owner-refused = Je ne peux plus écrire dans { $chat } ({ $reason }). Ses bulletins sont suspendus, et aucun n’ira dans une autre discussion.
chat-owner-taken-back = Telegram n’a pas accepté un message pour { $chat } ({ $reason }). Ses sujets viendront avec le prochain bulletin. S’il y en a d’autres aujourd’hui, seuls le journal et /stats le diront.
chat-owner-incident = Telegram dit que de nombreuses discussions ont cessé d’exister toutes à la fois ({ $reason }). Cela ressemble à une panne de Telegram : je garde ces discussions et je réessaie.
chat-error = Désolé, un problème est survenu de mon côté. Veuillez réessayer.
chat-admins-only = Ici, seuls les administrateurs peuvent modifier les réglages.
chat-saved = Enregistré ✓
chat-button-save = Enregistrer
chat-button-cancel = Annuler
chat-button-unknown = Ce bouton ne fonctionne plus.
chat-message-too-old = Ce message est trop ancien. Veuillez renvoyer la commande.
chat-article-gone = Cet article n’est plus là.

chat-button-digest-now = 🗞 Bulletin maintenant
chat-button-schedule = ⏰ Horaires
chat-button-categories = 📚 Catégories
chat-button-leave-all = ❌ Ne plus rien suivre
chat-button-longer = ➕ Plus long
chat-button-shorter = ➖ Plus court
chat-button-read-here = 📖 Lire ici
chat-button-timezone = 🌍 Fuseau horaire
chat-button-location = 📍 Où je suis
chat-button-language = 💬 Langue de l’interface
chat-button-summary-language = 📝 Langue des résumés
chat-button-reading = 🗣 Langues que je lis
chat-button-pictures-on = 🖼 Afficher les images
chat-button-pictures-off = 🖼 Sans images
chat-button-look = 🎨 Présentation
chat-button-layout = 🗂 Un ou plusieurs messages
chat-button-my-language = 🌐 Dans ma langue

chat-categories = Touchez ce que vous souhaitez suivre.
chat-categories-counts = Le nombre indique combien d’articles sont nouveaux aujourd’hui.
chat-category-gone = Cette catégorie n’existe plus.
chat-joined = Vous suivez maintenant { $name }.
chat-already-following = Vous suivez déjà { $name }.
chat-join-covered = { $name } est déjà incluse : vous suivez { $parent }.
chat-join-too-many = Vous pouvez suivre au plus { $count } catégories. Retirez-en d’abord une : /subscriptions
chat-join-ambiguous = Plusieurs catégories s’appellent « { $name } ». Laquelle ?
chat-join-near = Il n’y a pas de catégorie « { $name } ». Vouliez-vous dire l’une de celles-ci ?
chat-join-unknown = Il n’y a pas de catégorie « { $name } ». Voici la liste :
chat-left = Vous ne suivez plus { $name }.
chat-not-following = Vous ne suivez pas { $name }.
chat-left-all = { $count ->
    [one] Vous ne suivez plus rien.
   *[other] Les { $count } catégories sont retirées. Vous ne suivez plus rien.
}
chat-leave-covered = { $name } fait partie de { $parent }, que vous suivez. Pour ne plus la recevoir, cessez de suivre { $parent }.
chat-leave-unknown = Vous ne suivez pas « { $name } ».
chat-subscriptions = { $count ->
    [one] Vous suivez { $count } catégorie. Touchez-la pour la retirer.
   *[other] Vous suivez { $count } catégories. Touchez-en une pour la retirer.
}
chat-subscriptions-empty = Vous ne suivez encore rien.

filter-button-all = 🧹 Tous les filtres
filter-usage =
    Écrivez après « - » ce qu’il faut masquer, ou après « + » la seule chose à montrer. Avant tout enregistrement, vous voyez ce que cela changerait.

    <code>/filter -football</code> masque les sujets avec ce mot
    <code>/filter +"changement climatique"</code> ne montre que les sujets avec cette expression
    <code>/filter source:NOM</code> ne montre que cette source, <code>-source:NOM</code> la masque
    <code>/filter lang:en,zh</code> ne montre que ces langues, <code>-lang:de</code> en masque une

    /filters montre ce que vous avez. /mute masque une source.
filter-no-sign = Dois-je masquer « { $name } » ou ne montrer que cela ? Écrivez <code>-{ $part }</code> pour masquer, <code>+{ $part }</code> pour ne montrer que cela. Une expression se met entre guillemets.
filter-no-end = Les guillemets ne sont pas fermés : { $part }
filter-no-word = Il n’y a aucun mot dans « { $part } ».
filter-no-language = Je ne connais pas la langue de « { $part } ». Écrivez son code : <code>lang:en</code>, <code>lang:zh,ja</code>.
filter-too-long = C’est trop long pour un filtre : « { $part } ». Il y a place pour 60 caractères.
filter-too-many-typed = C’est trop à la fois. Envoyez au plus 20 filtres par message.
filter-too-many = Vous pouvez avoir jusqu’à { $count } filtres. Retirez-en d’abord un : /filters
filter-contradiction = Impossible de masquer « { $part } » et de ne montrer que cela. Retirez d’abord l’un des deux : /filters
filter-have-already = Vous avez déjà ce filtre.
filter-preview = { $count ->
    [one] <b>Votre nouveau filtre</b>
   *[other] <b>Vos nouveaux filtres</b>
}
filter-preview-effect = Sur { $stories ->
    [one] { $stories } sujet suivi
   *[other] { $stories } sujets suivis
} ces sept derniers jours, cela en masquerait { $hidden }.
filter-preview-more = … et { $count } de plus
filter-preview-nothing = Dans ce que vous suivez, aucun sujet des sept derniers jours ne permet de l’essayer.
filter-saved = { $count ->
    [one] Enregistré. Ce filtre s’applique dès maintenant :
   *[other] Enregistré. Ces filtres s’appliquent dès maintenant :
}
filter-cancelled = Rien n’a été enregistré.
filter-removed = Retiré : { $rule }
filter-gone = C’est déjà retiré.
filters-list = { $count ->
    [one] Vous avez { $count } filtre ou élément masqué. Touchez-le pour le retirer.
   *[other] Vous avez { $count } filtres et éléments masqués. Touchez-en un pour le retirer.
}
filters-empty = Vous n’avez aucun filtre. <code>/filter -mot</code> masque des sujets, <code>/filter +mot</code> n’en montre que certains, /mute masque une source.
mute-usage = Quelle source masquer ? Écrivez son nom : <code>/mute NOM</code>
mute-which = Quelle source masquer ? Voici celles de votre dernier bulletin. Pour une autre, écrivez son nom : <code>/mute NOM</code>
mute-near = Je ne connais aucune source « { $name } ». Vouliez-vous dire l’une de celles-ci ?
mute-unknown = Je ne connais aucune source « { $name } ».
mute-done = 🔇 Vous ne verrez plus rien de { $name }. Les sujets que d’autres sources couvrent aussi continueront d’arriver par elles.
mute-already = 🔇 { $name } est déjà masquée.
mute-too-many = Vous pouvez masquer jusqu’à { $count } sources. Retirez-en d’abord une : /filters
mute-story-ended = Vous serez de nouveau tenu au courant de ce sujet.

chat-next-at = Prochain bulletin : { $when }.
chat-next-instant = L’actualité vous parvient dès qu’elle paraît.
chat-next-off = Les bulletins sont désactivés. /schedule les active.
chat-when-today = aujourd’hui à { $time }
chat-when-tomorrow = demain à { $time }
chat-when-day = { $day } à { $time }
chat-when-zone = { $when } ({ $zone })

chat-today-gathering = 🔎 Je parcours l’actualité du jour…
chat-today-empty = Rien de nouveau aujourd’hui pour l’instant.
chat-today-empty-category = Rien de nouveau aujourd’hui dans { $name }.
chat-today-last-24-hours = Il s’est passé peu de choses depuis minuit : voici les dernières 24 heures.
chat-today-which = Quelle catégorie voulez-vous dire par « { $name } » ?
chat-today-unknown = Il n’y a pas de catégorie « { $name } ». /categories les montre toutes.
chat-digest-coming = 🗞 Je cherche ce qu’il y a de nouveau depuis votre dernier bulletin…
chat-too-many-commands = Cela fait beaucoup d’un coup. Accordez-moi une minute.
chat-digest-waiting = Un bulletin attend encore pour cette discussion : Telegram ne me laisse plus rien envoyer ici pour le moment. Il arrivera dès que possible.
chat-digest-empty = Rien de nouveau depuis votre dernier bulletin. /today montre les titres du jour.
chat-digest-filters = Vous avez des filtres : ils cachent peut-être quelque chose.
chat-digest-follow-first = Vous ne suivez encore rien. Choisissez d’abord une catégorie.
chat-digest-too-often = Vous venez de recevoir plusieurs bulletins. Attendez quelques minutes.

chat-schedule-now = Bulletins : { $schedule }.
chat-schedule-zone = Fuseau horaire : { $zone }. Pour le changer : /timezone
chat-schedule-how = Choisissez ci-dessous ou écrivez le vôtre : <code>/schedule 08:00 18:30</code>
chat-schedule-unknown = Je ne comprends pas « { $text } ». Essayez <code>/schedule 08:00</code>, <code>/schedule en semaine 07:30</code>, <code>toutes les heures</code>, <code>immédiat</code> ou <code>jamais</code>.
chat-schedule-when = À quelle heure ? Écrivez-la à la fin : <code>/schedule { $text } 08:00</code>
chat-schedule-same-times = Les bulletins peuvent n’arriver que certains jours, mais aux mêmes heures chaque fois : <code>/schedule en semaine 07:30</code>
chat-schedule-times = { $days } à { $times }
chat-schedule-hourly = toutes les heures
chat-schedule-instant = dès qu’il y a du nouveau
chat-schedule-off = désactivés
chat-days-all = tous les jours
chat-days-workdays = du lundi au vendredi
chat-days-weekend = le week-end
chat-days-some = chaque { $days }
chat-schedule-button-weekdays = En semaine { $time }
chat-schedule-button-hourly = Toutes les heures
chat-schedule-button-instant = ⚡ Immédiat
chat-schedule-button-off = 🔕 Jamais

chat-timezone-now = Votre fuseau horaire est { $zone }, où il est { $time }.
chat-timezone-how = Pour le changer, touchez-en un ou écrivez le nom d’une ville : <code>/timezone Lyon</code>
chat-timezone-which = Lequel voulez-vous dire par « { $text } » ?
chat-timezone-unknown = Je ne connais pas « { $text } ». Essayez une plus grande ville proche, un pays ou un décalage : <code>/timezone UTC+1</code>. Ou touchez-en un :
chat-timezone-ask =
    <b>Quelle heure est-il chez vous ?</b>
    Je suppose qu’il est { $time } ({ $zone }). Touchez votre heure ou écrivez le nom de votre ville : <code>/timezone Lyon</code>
chat-location-ask =
    Touchez le bouton ci-dessous pour envoyer votre position. Je cherche seulement son fuseau horaire et ne la conserve pas.
    Pas de bouton ? Joignez votre position avec 📎 ou écrivez le nom de votre ville : <code>/timezone Lyon</code>
chat-location-share = 📍 Envoyer ma position
chat-location-unknown = Je ne trouve pas le fuseau horaire de ce lieu. Écrivez le nom d’une ville proche : <code>/timezone Lyon</code>

chat-language-name = Français
chat-language = Quelle langue dois-je parler ?
chat-language-set = Je parle maintenant français.
chat-language-unknown = Je ne parle pas encore « { $text } ». Je parle ces langues :

chat-look-compact = Compacte
chat-look-pictures = Grandes images
chat-look-headlines = Titres seuls
chat-look-simple = Présentation simple
chat-look =
    <b>À quoi doivent ressembler les bulletins ?</b> De gauche à droite :
    <b>Compacte</b> – le premier sujet avec son image ; touchez-en un autre pour l’ouvrir.
    <b>Grandes images</b> – chaque sujet sous son image.
    <b>Titres seuls</b> – des titres à toucher.
    <b>Présentation simple</b> – des messages ordinaires, pour les applications qui n’affichent pas le reste.
chat-simple-look-set = Vos bulletins arrivent désormais dans la présentation simple.
chat-layout-edition = La une, puis les catégories
chat-layout-categories = Un message par catégorie
chat-layout-together = Tout en un message
chat-layout =
    <b>Comment doit arriver un bulletin de plusieurs catégories ?</b>
    <b>La une, puis les catégories</b> – tous les titres dans un message ; puis, sans son, un message par catégorie.
    <b>Un message par catégorie</b> – sans la une.
    <b>Tout en un message</b> – avec une section par catégorie.

chat-settings = <b>Réglages</b>
chat-settings-ui = Langue de l’interface : { $language }.
chat-settings-summaries = Résumés : en { $language }.
chat-settings-summaries-original = Résumés : dans la langue de chaque article.
chat-settings-look = Présentation : { $look }.
chat-settings-layout = Plusieurs catégories : { $layout }.
chat-settings-pictures = Images : { $state ->
    [on] affichées
   *[off] masquées
}.
chat-summary-language-original = La langue de l’article
chat-summary-language = Dans quelle langue voulez-vous les résumés ?
chat-summary-language-cannot = Ce bot ne sait pas encore traduire. Ses résumés sont des phrases des articles : ils restent dans la langue d’origine.
chat-reading =
    <b>Langues que je lis</b>
    Touchez chaque langue que vous lisez. En dessous, vous choisissez ce que deviennent les sujets dans d’autres langues.
chat-reading-any = Toutes les langues
chat-reads = Langues : { $languages }.
chat-reads-any = Langues : toutes.
chat-others-last = Les sujets dans d’autres langues viennent en dernier.
chat-others-left-out = Les sujets dans d’autres langues sont écartés.
chat-others-translated = Les sujets dans d’autres langues sont traduits.
chat-others-cannot = Ce bot ne sait pas encore traduire : ils viennent en dernier.
chat-others-button-last = En dernier
chat-others-button-left-out = Aucune autre
chat-others-button-translated = Traduire

chat-link-usage = Envoyez-moi un lien : <code>/summary https://…</code>, ou répondez /summary à un message qui en contient un.
chat-link-reading = ⏳ Lecture de { $host }…
chat-link-working = Un instant…
chat-link-writing = ✍️ un meilleur résumé est en cours d’écriture…
chat-link-one-at-a-time = Je suis encore occupé avec votre dernier lien. Un instant, s’il vous plaît.
chat-link-too-many = Cela fait beaucoup de liens. Attendez quelques minutes.
chat-link-queue-full = Beaucoup de personnes envoient des liens en ce moment. Réessayez dans une minute.
chat-link-failed = Je n’ai pas pu lire cette page. Peut-être demande-t-elle une connexion, ou n’est-ce pas un article.
chat-link-too-slow = Cette page a mis trop de temps. Réessayez plus tard.
chat-link-stopped = Arrêté. Renvoyez le lien si vous le voulez tout de même.
chat-link-nothing-to-summarize = Il y a trop peu de texte ici pour un résumé.
chat-link-no-longer = C’est tout ce qu’il y a. « 📖 Lire ici » montre l’article entier.
chat-link-reading-time = { $minutes ->
    [one] { $minutes } minute de lecture
   *[other] { $minutes } minutes de lecture
}

## Stories
story-tellings = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
story-sources = { $count ->
    [one] de { $count } source
   *[other] de { $count } sources
}
story-how-told = Comment on en a parlé
story-first = premier article
story-comes-back = revient avec du nouveau
story-new = Du nouveau :
story-more-tellings = { $count ->
    [one] { $count } autre article
   *[other] { $count } autres articles
}
story-unlisted = { $count ->
    [one] { $count } article n’est pas dans la liste.
   *[other] { $count } articles ne sont pas dans la liste.
}
story-why = Pourquoi c’est un seul sujet
story-why-alike = { $source } partage des mots avec { $other } : { $words }
story-why-copy = { $source } a le même texte que { $other }
story-why-repeated = { $source } répète son propre article
story-why-page = { $source } a publié la même page que { $other }
story-another = un article précédent
story-all-said = C’est tout ce que dit l’article.
story-also-told = en parlent aussi :
story-button-part = ✂️ Détacher : { $source }
story-button-part-sure = ✂️ Détacher pour de bon
story-button-keep = Annuler
story-part-ask = « { $title } » devient un sujet à part. C’est irréversible.
story-parted = C’est fait : c’est maintenant un sujet à part.
story-part-owner = Seul le propriétaire de ce bot peut détacher un article d’un sujet.

## Loading
fetch-problem-refused-address = Je n’ai pas le droit de lire cette adresse.
fetch-problem-refused-address-remedy = Utilisez une adresse publique. Si le serveur est le vôtre, indiquez-le dans FETCH_TRUSTED_HOSTS.
fetch-problem-bad-url = Ce n’est pas une adresse web que je peux lire.
fetch-problem-bad-url-remedy = Donnez l’adresse entière, en commençant par https://.
fetch-problem-dns = Aucun site ne porte ce nom.
fetch-problem-dns-remedy = Vérifiez l’orthographe de l’adresse et la connexion internet de cette machine.
fetch-problem-tls = Le certificat du site n’est pas valide.
fetch-problem-tls-remedy = Ouvrez l’adresse dans un navigateur. S’il avertit aussi, seul le site peut y remédier. Un serveur à vous a besoin d’un certificat auquel cette machine fait confiance : indiquez-le dans SSL_CERT_FILE.
fetch-problem-connect = Le site est injoignable.
fetch-problem-connect-remedy = Cela passe souvent tout seul : réessayez plus tard.
fetch-problem-connect-remedy-source = Tidings réessaie de lui-même.
fetch-problem-proxy = Le proxy ne laisse pas passer Tidings.
fetch-problem-proxy-remedy = Vérifiez FETCH_PROXY : son adresse, son port, son nom d’utilisateur et son mot de passe.
fetch-problem-timeout = Le site a mis trop de temps à répondre.
fetch-problem-timeout-remedy = Cela passe souvent tout seul : réessayez plus tard.
fetch-problem-timeout-remedy-source = Tidings réessaie de lui-même.
fetch-problem-too-large = La page est trop grande.
fetch-problem-too-large-remedy = Seul le site peut y remédier.
fetch-problem-too-large-remedy-feed = Cherchez un flux plus court du même site.
fetch-problem-wrong-type = Cette adresse ne mène ni à une page ni à un flux, mais à un autre type de fichier.
fetch-problem-wrong-type-remedy = Donnez l’adresse du flux ou de la page, et non celle d’une image, d’une vidéo ou d’un document.
fetch-problem-bad-encoding = Le site compresse sa réponse d’une façon que je ne sais pas lire.
fetch-problem-bad-encoding-remedy = Seul le site peut y remédier.
fetch-problem-bad-answer = La réponse du site enfreint les règles de HTTP : je ne peux pas la lire.
fetch-problem-bad-answer-remedy = Seul le site peut y remédier.
fetch-problem-redirects = L’adresse redirige trop souvent, ou vers une adresse peu sûre.
fetch-problem-redirects-remedy = Ouvrez-la dans un navigateur et prenez l’adresse qu’il affiche à la fin.
fetch-problem-status = Le site ne m’a pas donné la page.
fetch-problem-status-remedy = Ouvrez l’adresse dans un navigateur ; elle a peut-être changé ou demande une connexion.
fetch-problem-not-found = Il n’y a rien à cette adresse.
fetch-problem-not-found-remedy = Vérifiez son orthographe.
fetch-problem-not-found-remedy-feed = Ou donnez l’adresse du site lui-même : `tidings sources add` y cherche le flux.
fetch-problem-forbidden = Le site ne laisse pas Tidings le lire.
fetch-problem-forbidden-remedy = Il demande une connexion, ou n’admet pas les bots.
fetch-problem-forbidden-remedy-feed = Cherchez un autre flux du même site, ou lisez-le au moyen d’un RSSHub à vous (FETCH_TRUSTED_HOSTS).
fetch-problem-forbidden-remedy-source = Si vous y avez un compte, indiquez-le dans sources.toml : username avec password, ou headers.
fetch-problem-robot-check = La protection antibots du site arrête Tidings et demande un navigateur.
fetch-problem-robot-check-remedy = Tidings ne contourne pas une telle protection.
fetch-problem-robot-check-remedy-feed = Demandez au site de laisser passer les lecteurs de flux, cherchez un autre de ses flux, ou lisez-le au moyen d’un RSSHub à vous (FETCH_TRUSTED_HOSTS).
fetch-problem-server-error = Le site a un problème de son côté.
fetch-problem-server-error-remedy = Cela passe souvent tout seul : réessayez plus tard.
fetch-problem-server-error-remedy-source = Tidings réessaie de lui-même.
fetch-problem-gone = La page a disparu pour de bon.
fetch-problem-gone-remedy = Cherchez sa nouvelle adresse.
fetch-problem-gone-remedy-source = La source est désactivée ; `tidings fetch --source NOM` l’essaie une fois encore, `tidings sources remove NOM` la retire.
fetch-problem-rate-limited = Le site demande à Tidings d’attendre avant la prochaine requête.
fetch-problem-rate-limited-remedy = Réessayez plus tard.
fetch-problem-rate-limited-remedy-source = Tidings attend aussi longtemps que le site le demande. Un FETCH_INTERVAL plus long aide.
feed-problem-empty = La réponse du site était vide.
feed-problem-empty-remedy = Cela passe souvent tout seul : réessayez plus tard.
feed-problem-empty-remedy-source = Tidings réessaie de lui-même.
feed-problem-web-page = Il y a une page web à cette adresse, pas un flux.
feed-problem-web-page-remedy = `tidings sources add ADRESSE` cherche les flux de cette page.
feed-problem-robot-check = Le site montre un contrôle antibots à la place de son flux.
feed-problem-robot-check-remedy = Tidings ne contourne pas ces contrôles. Demandez au site de laisser passer les lecteurs de flux, cherchez un autre de ses flux, ou lisez-le au moyen d’un RSSHub à vous (FETCH_TRUSTED_HOSTS).
feed-problem-list = C’est une liste de flux, pas un flux.
feed-problem-list-remedy = Enregistrez-la dans un fichier ; `tidings sources import FICHIER` en prend tous les flux.
feed-problem-broken = Le flux est irrémédiablement abîmé.
feed-problem-broken-remedy = Seul le site peut y remédier. Il a peut-être un autre flux.
feed-problem-other = Il n’y a pas de flux à cette adresse.
feed-problem-other-remedy = Donnez l’adresse du flux lui-même ; `tidings sources add` le cherche sur la page d’un site.
feed-problem-no-channel = Cette chaîne Telegram n’a pas de page publique.
feed-problem-no-channel-remedy = Seules les chaînes publiques dont un navigateur montre les publications sur t.me/s/NOM peuvent être lues ; les chaînes privées, les groupes et les personnes n’ont pas cette page. Vérifiez le nom, ou demandez un flux au propriétaire de la chaîne.
load-no-feed-found = Je n’y ai trouvé aucun flux.
load-no-feed-found-remedy = Cherchez sur le site un lien nommé RSS ou Atom et donnez son adresse.
load-page-unreadable = Je n’ai trouvé aucun article sur cette page. Elle demande peut-être une connexion.
page-problem-paywall = Cet article est réservé aux abonnés ; je ne vois que ce que le site montre à tous.
page-problem-consent = Le site demande d’accepter les cookies avant d’afficher cette page, et je ne peux pas le faire.
page-problem-login = Le site demande une connexion avant d’afficher cette page.
page-problem-robots = Le site vérifie qu’une personne utilise un navigateur avant d’afficher cette page.
page-problem-teaser = La page ne montre que quelques lignes de texte.
page-problem-no-article = Ce n’est pas un article. Le texte est la description de la page elle-même.
page-problem-document = C’est un document, comme un PDF. Je ne sais résumer que des pages web.
page-problem-picture = C’est une image. Je ne sais résumer que des pages web.
page-problem-sound = C’est un enregistrement sonore. Je ne sais résumer que des pages web.
page-problem-film = C’est une vidéo. Je ne sais résumer que des pages web.
page-problem-feed = C’est un flux d’actualité, pas un article. Envoyez-moi le lien d’un de ses articles.
page-problem-file = C’est un fichier à télécharger. Je ne sais résumer que des pages web.
load-folder-unreadable = Le dossier est illisible.
load-folder-unreadable-remedy = Vérifiez le chemin dans sources.toml, et que Tidings a le droit de lire le dossier.
load-switched-off = La source est désactivée dans sources.toml.
load-switched-off-remedy = Retirez-y `enabled = false` pour la lire de nouveau.
load-not-stored = Les nouveaux articles n’ont pas pu être enregistrés.
load-not-stored-remedy = Vérifiez qu’il reste de la place sur le disque et qu’aucun autre programme n’occupe la base de données.
load-broke = Une erreur de Tidings a interrompu la lecture.
load-broke-remedy = Le journal contient les détails. Merci de les signaler.
source-exists = Vous avez déjà cette source.

## Figures
stats-articles = Articles : { $count }, dont { $lately } ces dernières 24 heures.
stats-sources = Sources : { $count }, dont { $failing } en difficulté et { $off } désactivées.
stats-chats = Discussions : { $count }, avec { $subscriptions } abonnements.
stats-messages = Messages : { $waiting } en attente, { $sent } envoyés, { $dead } abandonnés.
stats-unknown = Messages peut-être arrivés, peut-être pas : { $count }. Les bulletins parmi eux sont envoyés une fois de plus.
stats-engine = Moteur de résumé : { $engine }.
stats-engine-ready = prêt
stats-engine-downloading = en cours de téléchargement
stats-engine-loading = en cours de chargement
stats-engine-failed = ne fonctionne pas
stats-engine-verified = { $engine }, relu par { $verifier }
stats-summaries = Résumés par { $engine } : { $count }.
stats-summaries-waiting = Résumés en attente : { $count }.
stats-rejected = Phrases refusées par les contrôles : { $count } ({ $reasons }).
stats-reason = { $reason ->
    [number] chiffres faux : { $count }
    [date] dates fausses : { $count }
    [name] noms absents de l’article : { $count }
    [quote] citations modifiées : { $count }
    [claim] affirmations absentes de l’article : { $count }
    [link] liens : { $count }
    [mention] hashtags ou mentions : { $count }
    [command] commandes de bot : { $count }
    [contact] coordonnées : { $count }
    [order] incitations à agir : { $count }
    [abuse] insultes : { $count }
    [language] autre langue : { $count }
    [loop] répétitions : { $count }
    [shape] phrases incomplètes : { $count }
    [remark] remarques du modèle : { $count }
    [subject] hors sujet : { $count }
    [title] simple reprise du titre : { $count }
    [too_long] trop longues : { $count }
    [worse_than_extract] pas mieux qu’un extrait : { $count }
    [second_reader] mises en doute par le second lecteur : { $count }
    [empty] plus rien : { $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = Recevoir un sujet aussitôt
chat-command-alerts = Vos alertes
chat-command-quiet = Heures sans actualité

alert-usage =
    Que dois-je vous annoncer aussitôt, quels que soient vos horaires ? Je regarde tout ce que je lis, pas seulement ce que vous suivez.

    <code>/alert séisme</code> – les sujets avec ce mot
    <code>/alert "changement climatique" inondation</code> – avec cette expression ou ce mot
    <code>/alert train -grève lang:fr</code> – sans un mot, dans une langue
    <code>/alert source:NOM</code> – tout ce que publie cette source

    Ce que vous masquez reste masqué, sauf si l’alerte le nomme. Après { $count } messages en une heure, le reste arrive groupé. Votre liste : /alerts
alert-no-word = Quel mot dois-je attendre ? Il en faut un pour une alerte, ou une source : <code>/alert séisme</code>
alert-contradiction = Je ne peux pas à la fois attendre « { $part } » et l’écarter.
alert-have-already = Vous avez déjà cette alerte.
alert-too-many = Vous pouvez avoir jusqu’à { $count } alertes, sujets suivis compris. Retirez-en d’abord une : /alerts
alert-button-all = 🔔 Toutes les alertes
alert-preview = <b>Votre nouvelle alerte</b>
alert-preview-any = Un seul de ces mots suffit.
alert-preview-effect = { $count ->
    [0] Aucun sujet ne serait arrivé ces sept derniers jours.
    [one] { $count } sujet serait arrivé ces sept derniers jours :
   *[other] { $count } sujets seraient arrivés ces sept derniers jours :
}
alert-saved = Enregistré. Désormais, un tel sujet arrive aussitôt : { $alert }
alert-cancelled = Rien n’a été enregistré.
alert-removed = Retirée : { $alert }
alert-gone = Cette alerte est déjà retirée.
alert-back = Vous la recevez de nouveau : { $alert }
alert-stopped = Arrêtée : { $alert }
alert-button-stop = 🔕 Arrêter : { $alert }
alert-button-again = 🔔 Reprendre : { $alert }
alert-heading = 🔔 Alerte : { $alert }
alert-heading-story = 📌 Un sujet que vous suivez
alerts-list = { $count ->
    [one] Vous avez { $count } alerte. Touchez-la pour la retirer.
   *[other] Vous avez { $count } alertes. Touchez-en une pour la retirer.
} 📌 est un sujet que vous suivez.
alerts-empty = Vous n’avez aucune alerte. <code>/alert mot</code> vous envoie aussitôt les sujets avec un mot.

quiet-now = Heures calmes de { $start } à { $end } ({ $zone }) : l’actualité attend et arrive ensuite en un seul bulletin.
quiet-now-alerts = Heures calmes de { $start } à { $end } ({ $zone }) : l’actualité attend et arrive ensuite en un seul bulletin. Les alertes arrivent quand même.
quiet-none = Pas d’heures calmes : l’actualité arrive aux horaires prévus.
quiet-how = Choisissez vos heures ou écrivez-les : <code>/quiet 22:00-07:00</code>, <code>/quiet 22:00-07:00 sauf alertes</code>, <code>/quiet désactiver</code>
quiet-unknown = Je ne comprends pas « { $text } ». Écrivez de quand à quand : <code>/quiet 22:00-07:00</code>
quiet-button = 🌙 Heures calmes
quiet-button-alerts = 🔔 Les alertes quand même
quiet-button-off = Pas d’heures calmes
quiet-setting = Heures calmes : { $start }–{ $end } ({ $zone }).
quiet-setting-alerts = Heures calmes : { $start }–{ $end } ({ $zone }), sauf alertes.
quiet-setting-none = Heures calmes : aucune.

story-button-follow = 📌 Suivre
story-button-unfollow = ✅ Suivi
story-button-mute = 🔕 Masquer ce sujet
story-button-unmute = ✅ Masqué : en reparler
story-button-mute-source = 🔇 Masquer { $source }
story-button-unmute-source = ✅ Masquée : remontrer { $source }
story-follow-done = Je vous dirai aussitôt ce qu’il y a de nouveau. Il est dans /alerts.
story-follow-ended = Vous ne suivez plus ce sujet.
story-source-muted = Vous ne verrez plus rien de { $source }.
story-source-unmuted = Vous verrez de nouveau { $source }.
digest-button-follow = Suivre
digest-button-hide-word = 🙈 Masquer un mot…
digest-hide-word = Les sujets avec quel mot faut-il masquer ? Avant tout enregistrement, vous voyez ce que cela changerait.
digest-hide-word-none = Je ne trouve ici aucun mot à proposer. Écrivez-le vous-même : <code>/filter -mot</code>

### Search, inline mode and /why
chat-command-search = Chercher dans l’actualité
chat-command-why = Pourquoi ces sujets ?
search-usage =
    Que faut-il chercher ? Tous les mots doivent figurer dans le sujet, en entier.

    <code>/search port pont</code> trouve les deux mots
    <code>/search "changement climatique"</code> trouve l’expression
    <code>/search pont -football</code> écarte les sujets avec le deuxième mot
    <code>/search pont source:NOM lang:en,zh</code> ne cherche que dans cette source et dans ces langues

    Dans toute discussion : écrivez mon nom et les mots, puis choisissez une carte.
search-too-long = C’est trop long pour une recherche. Jusqu’à { $count } caractères, et 60 par mot ou expression : <code>/search port pont</code>
search-contradiction = Un sujet ne peut pas à la fois contenir « { $part } » et ne pas le contenir. Retirez l’un des deux.
search-only-hidden = Cela dit seulement ce qu’il faut écarter. Dites aussi ce qu’il faut chercher : <code>/search pont -football</code>
search-one-letter = « { $part } » seul figure dans presque tous les sujets. Écrivez un mot entier : <code>/search pont</code>
search-sign = Je cherche des mots, pas des signes comme « { $part } ». Écrivez un mot : <code>/search pont</code>
search-count = { $count ->
    [one] { $count } sujet
   *[other] { $count } sujets
}
search-newest = les { $count } plus récents
search-filtered = avec vos filtres
search-button-filtered = 🧹 Avec mes filtres
search-button-all = Sans mes filtres
search-nothing = Rien trouvé pour { $query }.
search-unknown = Dans aucun sujet : { $words }
search-try = Essayez moins de mots, ou d’autres : chacun doit figurer en entier dans le sujet (« ponts » n’est pas « pont »). Une expression se met entre guillemets, et <code>-mot</code> écarte des sujets.
search-all-hidden = Vos filtres masquent tout ce qui a été trouvé pour { $query }.
search-inline-more = Rien trouvé. D’autres mots ?
search-inline-whole = Écrivez un mot entier
why-languages-first = Vos langues viennent d’abord.
why-kept = gardé grâce à { $rules }
why-left-out = { $count ->
    [one] <b>Écarté :</b> { $count } sujet
   *[other] <b>Écartés :</b> { $count } sujets
}
why-left-rule = à cause de { $rule }
why-left = • { $reason } : { $stories }
why-left-muted = 🔕 sujets masqués
why-left-told = déjà annoncés
why-left-language = dans des langues que vous écartez
why-left-room = faute de place
why-left-then = pas suivi alors, ou masqué alors
why-get = <i>/filters retire les filtres et ce que vous masquez, vos langues sont dans /settings. /today et /search montrent ce qu’il y a.</i>
why-nothing-left-out = Rien n’a été écarté.
why-alert = Une de vos alertes a apporté ceci : ses mots figurent au-dessus du sujet. /alerts les montre et les retire.
why-no-digest = Vous n’avez encore reçu aucun bulletin. /digest en envoie un maintenant.

### Channels, groups and topics
place-heading = Pour <b>{ $chat }</b> :
place-greeting = Ici, seuls les administrateurs décident de ce que j’envoie. Les autres peuvent me demander /today à tout moment.
place-button-places = 📣 Chaînes et groupes
place-button-add-channel = ➕ Ajouter à une chaîne
place-button-add-group = ➕ Ajouter à un groupe
place-button-choose-channel = 📣 Choisir une chaîne
place-button-choose-group = 👥 Choisir un groupe
place-list = { $count ->
    [one] Vous gérez { $count } chaîne ou groupe. Touchez-le pour ses réglages.
   *[other] Vous gérez { $count } chaînes et groupes. Touchez-en un pour ses réglages.
}
place-list-empty = Vous pouvez gérer d’ici des chaînes et des groupes, si vous y êtes administrateur.
place-how = Chaque commande de réglage accepte aussi d’abord le nom : <code>/subscribe @chaine Monde</code>
place-ask-channel =
    Touchez le bouton ci-dessous et choisissez la chaîne. J’ai seulement besoin du droit de publier des messages.
    Pas de bouton ? Utilisez ce lien : { $link }
place-ask-group =
    Touchez le bouton ci-dessous et choisissez le groupe.
    Pas de bouton ? Utilisez ce lien : { $link }
place-chosen = Choisi : <b>{ $chat }</b>
place-this-chat = cette discussion
place-private-only = Les autres chaînes et groupes se gèrent dans une discussion privée avec moi. Ici, n’écrivez pas de nom.
place-digest-sent = Le bulletin est en route.
place-language-set = Là-bas, ma langue est désormais : { $language }.
place-unknown = Je ne connais pas { $chat }. Vérifiez le nom et ajoutez-moi d’abord là-bas.
place-no-answer = Telegram ne m’a rien dit de { $chat }. Réessayez dans une minute.
place-goodbye = Au revoir ! Je n’envoie plus rien à { $chat }. Ses réglages restent 90 jours, au cas où vous m’ajouteriez de nouveau ; ensuite tout est effacé. Pour l’effacer tout de suite, ajoutez-moi encore une fois et envoyez-y /forget.
place-not-there = Je ne suis pas encore dans { $chat }. Ajoutez-moi d’abord.
place-not-administrator = Vous n’êtes pas administrateur de { $chat } : vous ne pouvez pas en changer les réglages.
place-lacks-post-messages = Je n’ai pas le droit de publier dans { $chat }. Ouvrez la chaîne dans Telegram → Modifier → Administrateurs → mon nom, et activez « Publier des messages ». Puis réessayez.
place-lacks-send-messages = Je n’ai pas le droit d’écrire dans { $chat }. Ouvrez le groupe dans Telegram → Modifier → Permissions, et autorisez « Envoyer des messages », ou nommez-moi administrateur. Puis réessayez.
topics-button-make = 🗂 Un fil par catégorie
topics-button-undo = ↩️ Retirer les fils du bot
topics-line = Avec leur propre fil : { $names }.
topics-making = Je crée les fils…
topics-progress = Je crée les fils : { $done } sur { $count }…
topics-made = Ces catégories ont maintenant leur propre fil, où arrivent leurs sujets : { $names }.
topics-all-there = Chaque catégorie a déjà son fil.
topics-follow-first = Rien n’est encore suivi ici. Choisissez d’abord des catégories : /categories
topics-none = Il n’y a aucun fil créé par moi.
topics-undone = C’est fait : les sujets arrivent de nouveau là où ils arrivaient avant. Les fils vides sont retirés, les autres restent à lire.
topics-no-forum = Cette discussion n’a pas de fils. Un groupe les active dans Telegram : ouvrez-le → Modifier → Sujets.
topics-lacks-manage-topics = Je n’ai pas le droit de créer des fils ici. Ouvrez le groupe dans Telegram → Modifier → Administrateurs → mon nom (ou ajoutez-moi), et activez « Gérer les sujets ». Puis touchez de nouveau.
topics-failed = Telegram ne crée plus de fils pour le moment. Touchez de nouveau dans quelques minutes : ce qui existe reste.
topics-lost = Je ne peux plus écrire dans le fil « { $topic } » : ses sujets n’arrivent plus. S’il a été supprimé, un administrateur peut envoyer /settings et toucher « Un fil par catégorie » : je le recrée.

### The owner, and a chat's own data
chat-command-export = Vos choix, en fichiers
chat-command-forget = Supprimer tout ce que je garde de vous
owner-command-sources = Les sources et leur état
owner-command-addsource = Ajouter une source
owner-command-removesource = Retirer une source
owner-command-stats = Chiffres du bot
owner-command-announce = Écrire à toutes les discussions
owner-button-remove = Retirer
sources-list = { $count ->
    [one] <b>{ $count } source</b>
   *[other] <b>{ $count } sources</b>
} · { $failing } en échec · { $off } désactivées
sources-empty =
    Il n’y a encore aucune source. Ajoutez-en une :
    <code>/addsource https://www.lemonde.fr Monde</code>
sources-read-ago = dernière lecture réussie il y a { $time }
sources-never-read = pas encore lue
sources-never-worked = n’a jamais fonctionné
sources-failures = { $count ->
    [one] { $count } échec
   *[other] { $count } échecs de suite
}
sources-overdue = en retard de { $time }
sources-per-day = { $number } articles par jour
sources-button-read = 🔄 Lire maintenant
sources-reading = Lecture en cours…
sources-gone = Cette source n’est plus là.
sources-remove-usage =
    Quelle source ? Envoyez son nom :
    <code>/removesource Le Monde</code>
    /sources les montre toutes.
sources-remove-ask = Retirer <b>{ $name }</b> ? Je cesserai de la lire. Ses articles restent jusqu’à ce qu’ils soient trop anciens.
sources-removed =
    <b>{ $name }</b> est retirée. Pour la remettre :
    <code>/addsource { $address }</code>
sources-kept = <b>{ $name }</b> reste.
sources-near = Je n’ai aucune source nommée « { $name } ». Vouliez-vous dire l’une de celles-ci ?
sources-unknown = Je n’ai aucune source nommée « { $name } ». /sources les montre toutes.
adding-usage =
    Donnez-moi une adresse : d’un flux, d’un site ou d’une chaîne Telegram publique. Une catégorie peut suivre.
    <code>/addsource https://www.lemonde.fr Monde</code>
    <code>/addsource @durov Telegram</code>
adding-looking = Je cherche des flux sur { $host }…
adding-failed = Un problème est survenu et rien n’a été ajouté. Le journal contient les détails.
adding-cancelled = Rien n’a été ajouté.
adding-which-feed = { $host } a { $count } flux. Lequel ?
adding-which-category = Dans quelle catégorie ? Pour une nouvelle, envoyez <code>/addsource ADRESSE CATÉGORIE</code>.
adding-category = Catégorie : { $name }
articles-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
adding-newest = le plus récent du { $day }
adding-problem = { $problem } : { $detail }.
adding-technical = { $problem } ({ $detail }).
adding-added = { $count ->
    [one] <b>{ $name }</b> est ajoutée, avec { $count } article pour l’instant.
   *[other] <b>{ $name }</b> est ajoutée, avec { $count } articles pour l’instant.
}
adding-in-category = Catégorie : { $name }.
adding-button-own-categories = Les catégories du flux
adding-button-offer = ➕ Ajouter comme source
adding-offer-channel = Cette chaîne peut être une source : { $address }
announce-usage =
    Que dois-je dire à toutes les discussions ? Les liens et la mise en forme restent tels que vous les écrivez.
    <code>/announce Je change de serveur cette nuit. Les bulletins peuvent avoir du retard.</code>
announce-preview = { $count ->
    [one] Voici le résultat. Il part vers <b>{ $count } discussion</b>.
   *[other] Voici le résultat. Il part vers <b>{ $count } discussions</b>.
}
announce-button-send = Envoyer
announce-started = C’est parti
announce-cancelled = Rien n’a été envoyé.
announce-over = Ceci a déjà été envoyé ou annulé.
announce-sending = { $count ->
    [one] Envoi vers { $count } discussion…
   *[other] Envoi vers { $count } discussions…
}
announce-progress = Envoi : { $done } sur { $count }.
announce-done = { $failed ->
    [0] L’annonce est partie. Discussions qui l’ont reçue : { $sent }.
   *[other] L’annonce est partie. Discussions qui l’ont reçue : { $sent } ; non atteintes : { $failed }.
}
stats-chart-digests = Bulletins
stats-chart-articles = Nouveaux articles
stats-chart-failures = Messages abandonnés
notice-source-dead = Je n’arrive pas à lire { $name } depuis un jour : { $reason }. /sources indique que faire.
notice-source-off = { $name } a disparu pour de bon et est désactivée : { $reason }. /sources indique que faire.
notice-sources-dead = { $count } sources sont illisibles depuis un jour : { $names }. Le réseau fonctionne-t-il ? /sources les montre.
notice-disk-low = Le disque est presque plein : il reste { $free } Mo. Faites de la place, ou indiquez dans DATA_DIR un disque plus grand.
notice-engine-failed = Le moteur de résumé { $engine } ne fonctionne pas ({ $reason }). En attendant, les résumés sont des phrases des articles.
notice-backup-failed = La sauvegarde du jour a échoué ({ $reason }). Vérifiez qu’il y a de la place dans DATA_DIR et qu’on peut y écrire.
export-json = Les choix de cette discussion : réglages, catégories, filtres. Des programmes peuvent les lire.
export-opml = { $count ->
    [one] { $count } flux derrière vos catégories. Tout lecteur de flux accepte ce fichier.
   *[other] Les { $count } flux derrière vos catégories. Tout lecteur de flux accepte ce fichier.
}
export-no-feeds = Pas de fichier de flux : aucun flux public n’est derrière ce qui est suivi ici.
export-failed = Les fichiers n’ont pas pu être envoyés. Réessayez plus tard.
forget-ask = Dois-je vous oublier ? Vos catégories, filtres, réglages et votre historique sont supprimés aussitôt, et plus aucun bulletin n’arrive. /export vous en donne d’abord une copie.
forget-ask-group = Dois-je oublier cette discussion, avec tous ses fils ? Catégories, filtres, réglages et historique sont supprimés aussitôt, et plus aucun bulletin n’arrive. /export en donne d’abord une copie.
forget-button = Oubliez-moi
forget-kept = Tout reste en l’état.
forget-done = C’est fait : je vous ai oublié. Vous disparaîtrez des sauvegardes du bot d’ici cinq semaines. Envoyez /start pour recommencer. Au revoir !
forget-done-group = C’est fait : j’ai oublié cette discussion. Elle disparaîtra des sauvegardes du bot d’ici cinq semaines. Retirez-moi d’ici, ou envoyez /start pour recommencer. Au revoir !
help-own-data =
    <b>Vos données</b>
    /export – vos choix, en fichiers
    /forget – supprimer tout ce que je garde de vous
help-owner =
    <b>Pour vous, propriétaire</b>
    /sources – l’état de chaque source
    /addsource <i>adresse</i> – ou @chaine ; ou envoyez-moi simplement un lien
    /removesource <i>nom</i>
    /stats – chiffres et graphique
    /announce <i>texte</i> – écrire à toutes les discussions

### Digests outside Telegram
publish-title = Mes bulletins
publish-nothing-yet = Rien pour l’instant : les sujets de votre prochain bulletin seront ici.
publish-unavailable = Le propriétaire de ce bot n’a pas activé cette fonction (<code>PUBLISH_URL</code>).
publish-off = Vos bulletins peuvent aussi se lire hors de Telegram : dans un lecteur de flux, ou comme page dans un navigateur. Vous recevez une adresse privée ; quiconque la connaît peut lire.
publish-on =
    <b>Vos bulletins hors de Telegram</b>
    Flux : { $feed }
    Page : { $page }

    Quiconque connaît l’adresse peut lire. Une nouvelle adresse annule l’ancienne.
publish-in-private = L’adresse est secrète : je ne la montre que dans notre discussion privée.
publish-button-private = Ouvrir la discussion privée
publish-button-on = Créer une adresse privée
publish-button-new = Nouvelle adresse
publish-button-off = Ne plus publier

### Recaps
recap-title = Votre semaine
recap-stories = { $count ->
    [one] { $count } sujet
   *[other] { $count } sujets
}
recap-told = { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}, { $reports ->
    [one] { $reports } article
   *[other] { $reports } articles
}
recap-began = Tout a commencé le { $day } :
recap-empty = Rien à récapituler pour l’instant : aucune actualité ces sept derniers jours.
recap-how = Je n’ai pas de récap de « { $text } », seulement celui de la semaine : /recap week. Pour le recevoir automatiquement, écrivez par exemple <code>/schedule dimanche 18:00 récap</code>.
recap-line = Récap de la semaine : { $schedule }.
recap-set = Enregistré ✓ Votre récap arrive : { $schedule }. Le prochain : { $when }.
recap-off = Enregistré ✓ Le récap n’arrivera plus automatiquement. /recap l’affiche à tout moment.
recap-button-on = 📅 Chaque dimanche à 18:00
recap-button-off = 🔕 Ne plus envoyer de récap

### Ranking that learns
taste-button-more = Plus de ça
taste-button-less = Moins de ça
taste-button-less-like = 👎 Moins comme…
taste-button-more-like = 👍 Plus comme…
taste-button-mute = 🔕 Masquer ce sujet
taste-button-undo = ↩️ Annuler
taste-button-clear = 🧹 Oublier tous les 👍 et 👎
taste-which-less = De quel genre de sujet voulez-vous moins ? Choisissez un exemple.
taste-which-more = De quel genre de sujet voulez-vous plus ? Choisissez un exemple.
taste-toast-less = Noté : moins de ce genre ✓
taste-toast-more = Noté : plus de ce genre ✓
taste-learnt-less = 👎 Les sujets comme « { $title } » viennent désormais plus bas : { $things }. Aucun n’est masqué. /filters montre ce que j’ai appris et permet de l’oublier.
taste-learnt-more = 👍 Les sujets comme « { $title } » viennent désormais plus haut : { $things }. /filters montre ce que j’ai appris et permet de l’oublier.
taste-why = <i>Les 👍 et 👎 comptent comme des sources : −1 déplace un sujet comme une source de moins. /filters les oublie.</i>
taste-word = « { $word } »
taste-taken-back = Annulé ✓
taste-forgotten = Oublié ✓
taste-list = { $count ->
    [one] De vos 👍 et 👎, j’ai appris { $count } chose. Elle fait monter ou descendre des sujets et n’en masque aucun. Touchez-la pour que je l’oublie.
   *[other] De vos 👍 et 👎, j’ai appris { $count } choses. Elles font monter ou descendre des sujets et n’en masquent aucun. Touchez-en une pour que je l’oublie.
}
