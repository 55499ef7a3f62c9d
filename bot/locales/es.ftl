# The texts of Tidings in Spanish, in sections by the part of the program that uses them.
#
# Glosario: digest = boletín · summary = resumen · story = noticia · article = artículo · headline = titular
# report = versión/artículo de una noticia · category = categoría · source = fuente · feed = feed · follow = seguir
# filter = filtro · mute = silenciar · hide = ocultar · alert = alerta · schedule = horario · time zone = zona horaria
# thumbnail = miniatura · look = aspecto · owner = dueño. Trato: tú. Español de cualquier país.

## Digests
digest-headlines = Titulares
digest-stories = { $count ->
    [one] 1 noticia
   *[other] { $count } noticias
}
digest-more-stories = { $count ->
    [one] 1 noticia más
   *[other] { $count } noticias más
}
digest-more-headlines = { $count ->
    [one] 1 titular más
   *[other] { $count } titulares más
}
digest-unlisted = { $count ->
    [one] y 1 más
   *[other] y { $count } más
}
digest-minutes = { $count ->
    [one] 1 minuto de lectura
   *[other] { $count } minutos de lectura
}
digest-good-morning = Buenos días
digest-good-afternoon = Buenas tardes
digest-good-evening = Buenas noches
digest-end = Eso es todo.
digest-end-next = Eso es todo. Próximo boletín: { $when }
digest-also = también en:
digest-whole-story = la historia completa
digest-continued-story = novedades desde tu último boletín
digest-inside = leer en Telegram
digest-quoted = citado del artículo
digest-original-language = idioma original ({ $language })
digest-not-translated = sin traducir: { $languages }
digest-original = Leer el original
digest-part = Parte { $part } de { $parts }
digest-read-on = Seguir leyendo: parte { $part } de { $parts }
digest-button-why = ¿Por qué estas?
digest-button-less = Menos de esto
digest-button-settings = Ajustes
digest-button-longer = Más largo
digest-button-shorter = Más corto
digest-button-headlines = Titulares de hoy
digest-why = <b>¿Por qué estas?</b> Sigues sus categorías. Primero va lo que cuentan más fuentes y después lo más reciente.
digest-why-sources = { $others ->
    [0] { $source }
    [one] { $source } y 1 fuente más
   *[other] { $source } y { $others } fuentes más
}
digest-why-gone = Ya no sé qué había en este boletín.
digest-less = ¿De qué quieres ver menos? 🔕 es una noticia: no te contaré nada más de ella. 🔇 es una fuente: no mostraré nada suyo. ❌ es una categoría que sigues.
digest-muted = No te contaré nada más de esto ✓
digest-muted-story = No te contaré nada más de «{ $title }».
digest-longer-all = Esto es todo lo que hay. El resto está en el enlace.
digest-nothing-above = ¿No ves nada arriba? Algunas aplicaciones no muestran estos boletines. Toca para usar el aspecto sencillo.
digest-by = Por { $authors }

## Chat
chat-description =
    Tus noticias, en boletines: sigue los temas que te gustan y te envío las noticias del día, con imágenes y resúmenes breves, cuando tú quieras. Envíame cualquier enlace y te lo resumo.
chat-short-description = Boletines de noticias de las fuentes que elijas y resúmenes de cualquier enlace.
chat-command-start = Elegir qué seguir
chat-command-today = Titulares de hoy
chat-command-digest = Tu boletín, ahora
chat-command-recap = Lo más destacado de la semana
chat-command-categories = Todas las categorías
chat-command-subscribe = Seguir una categoría
chat-command-unsubscribe = Dejar de seguir una categoría
chat-command-subscriptions = Lo que sigues
chat-command-summary = Resumir un enlace
chat-command-filter = Ocultar noticias o mostrar solo algunas
chat-command-filters = Tus filtros y silenciados
chat-command-mute = Ocultar una fuente
chat-command-schedule = Cuándo llegan los boletines
chat-command-timezone = Tu zona horaria
chat-command-language = Cambiar mi idioma
chat-command-settings = Todos los ajustes
chat-command-help = Qué puedo hacer

chat-start-hello = ¡Hola, { $name }! 👋 Leo las noticias por ti y te envío lo importante en un boletín breve.
chat-start-hello-all = ¡Hola a todos! 👋 Leo las noticias por ustedes y envío lo importante en un boletín breve.
chat-start-pick = Toca lo que quieras seguir:
chat-start-reads = Las noticias en { $languages } van primero. ¿Lees también otros idiomas? Toca «🗣 Idiomas que leo».
chat-start-empty = Todavía no se ha cargado ninguna noticia. Prueba /categories de nuevo en un minuto.
chat-help =
    <b>Noticias</b>
    /today – los titulares de hoy, o /today <i>categoría</i>
    /digest – tu boletín, ahora
    /search <i>palabras</i> – buscar noticias; en cualquier chat: mi nombre y las palabras
    /why – por qué tu último boletín contó lo que contó
    /recap – lo más destacado de la semana
    /summary <i>enlace</i> – un resumen de cualquier página (o envíame solo el enlace)

    <b>Lo que sigues</b>
    /categories – toca para seguir
    /subscribe <i>nombre, nombre</i> o <i>all</i>, y /unsubscribe
    /subscriptions – tu lista
    /filter <i>-palabra</i> o <i>+palabra</i> – ocultar noticias o mostrar solo algunas
    /mute <i>fuente</i> – ocultar una fuente
    /filters – tus filtros y silenciados
    /alert <i>palabra</i> – las noticias con ella llegan al momento; en /alerts están todas

    <b>Ajustes</b>
    /schedule – cuándo llegan los boletines
    /quiet <i>22:00-07:00</i> – horas sin noticias
    /timezone – tu zona horaria
    /language – el idioma de mis mensajes
    /settings – todos los ajustes, también los canales y grupos que administras

    <i>¿No ves nada donde debería haber un boletín? Elige el aspecto sencillo en /settings.</i>
chat-hint = Envíame un enlace y te lo resumo. Para todo lo demás está /help.
chat-unknown-command = No conozco este comando. En /help está lo que puedo hacer.
chat-unknown-command-near = No conozco { $text }. ¿Querías decir esto?
chat-plain-command = ¿Quieres decir esto?
chat-owner-refused = Ya no puedo escribir en { $chat } ({ $reason }). Sus boletines quedan en pausa y ninguno irá a otro chat.
chat-owner-taken-back = Telegram no aceptó un mensaje para { $chat } ({ $reason }). Sus noticias irán en el próximo boletín. Si hoy hay más casos así, solo constarán en el registro y en /stats.
chat-owner-incident = Telegram dice que muchos chats dejaron de existir todos a la vez ({ $reason }). Parece un fallo de Telegram, así que conservo esos chats y lo vuelvo a intentar.
chat-error = Lo siento, algo ha fallado por mi parte. Inténtalo de nuevo.
chat-admins-only = Aquí solo los administradores pueden cambiar los ajustes.
chat-saved = Guardado ✓
chat-button-save = Guardar
chat-button-cancel = Cancelar
chat-button-unknown = Este botón ya no funciona.
chat-message-too-old = Este mensaje es demasiado antiguo. Envía el comando otra vez.
chat-article-gone = Este artículo ya no está.

chat-button-digest-now = 🗞 Boletín ahora
chat-button-schedule = ⏰ Horario
chat-button-categories = 📚 Categorías
chat-button-leave-all = ❌ Dejar de seguir todo
chat-button-longer = ➕ Más largo
chat-button-shorter = ➖ Más corto
chat-button-read-here = 📖 Leer aquí
chat-button-timezone = 🌍 Zona horaria
chat-button-location = 📍 Dónde estoy
chat-button-language = 💬 Idioma de la interfaz
chat-button-summary-language = 📝 Idioma de los resúmenes
chat-button-reading = 🗣 Idiomas que leo
chat-button-pictures-on = 🖼 Mostrar imágenes
chat-button-pictures-off = 🖼 Sin imágenes
chat-button-look = 🎨 Aspecto del boletín
chat-button-layout = 🗂 Uno o varios mensajes
chat-button-my-language = 🌐 En mi idioma

chat-categories = Toca lo que quieras seguir.
chat-categories-counts = El número indica cuántos artículos nuevos hay hoy.
chat-category-gone = Esta categoría ya no existe.
chat-joined = Ahora sigues { $name }.
chat-already-following = Ya sigues { $name }.
chat-join-covered = { $name } ya está incluida: sigues { $parent }.
chat-join-too-many = Puedes seguir como máximo { $count } categorías. Quita una primero: /subscriptions
chat-join-ambiguous = Hay varias categorías llamadas «{ $name }». ¿Cuál quieres?
chat-join-near = No hay ninguna categoría «{ $name }». ¿Querías decir una de estas?
chat-join-unknown = No hay ninguna categoría «{ $name }». Mira la lista:
chat-left = Ya no sigues { $name }.
chat-not-following = No sigues { $name }.
chat-left-all = { $count ->
    [one] Ya no sigues nada.
   *[other] Se han quitado las { $count } categorías. Ya no sigues nada.
}
chat-leave-covered = { $name } forma parte de { $parent }, que sigues. Para dejar de recibirla, deja de seguir { $parent }.
chat-leave-unknown = No sigues «{ $name }».
chat-subscriptions = { $count ->
    [one] Sigues 1 categoría. Tócala para quitarla.
   *[other] Sigues { $count } categorías. Toca una para quitarla.
}
chat-subscriptions-empty = Todavía no sigues nada.

filter-button-all = 🧹 Todos los filtros
filter-usage =
    Escribe con «-» lo que quieres ocultar y con «+» lo único que quieres ver. Antes de guardar nada, te enseño qué cambiaría.

    <code>/filter -fútbol</code> oculta las noticias con esta palabra
    <code>/filter +"cambio climático"</code> muestra solo las noticias con esta frase
    <code>/filter source:NOMBRE</code> muestra solo esta fuente, <code>-source:NOMBRE</code> la oculta
    <code>/filter lang:en,zh</code> muestra solo estos idiomas, <code>-lang:de</code> oculta uno

    En /filters está lo que tienes. /mute oculta una fuente.
filter-no-sign = ¿Oculto «{ $name }» o muestro solo eso? Escribe <code>-{ $part }</code> para ocultarlo o <code>+{ $part }</code> para ver solo eso. Las frases van entre comillas.
filter-no-end = Faltan las comillas de cierre: { $part }
filter-no-word = En «{ $part }» no hay ninguna palabra.
filter-no-language = No conozco el idioma de «{ $part }». Escribe su código: <code>lang:en</code>, <code>lang:zh,ja</code>.
filter-too-long = Es demasiado largo para un filtro: «{ $part }». Caben hasta 60 caracteres.
filter-too-many-typed = Son demasiados de una vez. Envía hasta 20 filtros por mensaje.
filter-too-many = Puedes tener hasta { $count } filtros. Quita uno primero: /filters
filter-contradiction = No puedes ocultar «{ $part }» y a la vez ver solo eso. Quita antes uno de los dos: /filters
filter-have-already = Ya tienes este filtro.
filter-preview = { $count ->
    [one] <b>Tu nuevo filtro</b>
   *[other] <b>Tus nuevos filtros</b>
}
filter-preview-effect = En los últimos siete días ocultaría { $hidden } de { $stories ->
    [one] { $stories } noticia
   *[other] { $stories } noticias
} de lo que sigues.
filter-preview-more = … y { $count } más
filter-preview-nothing = En lo que sigues no hubo ninguna noticia en los últimos siete días con la que probarlo.
filter-saved = { $count ->
    [one] Guardado. Este filtro vale desde ahora:
   *[other] Guardado. Estos filtros valen desde ahora:
}
filter-cancelled = No se ha guardado nada.
filter-removed = Quitado: { $rule }
filter-gone = Eso ya estaba quitado.
filters-list = { $count ->
    [one] Tienes 1 filtro o silenciado. Tócalo para quitarlo.
   *[other] Tienes { $count } filtros y silenciados. Toca uno para quitarlo.
}
filters-empty = No tienes filtros. <code>/filter -palabra</code> oculta noticias, <code>/filter +palabra</code> muestra solo algunas, /mute oculta una fuente.
mute-usage = ¿Qué fuente oculto? Escribe su nombre: <code>/mute NOMBRE</code>
mute-which = ¿Qué fuente oculto? Estas son las de tu último boletín. Para otra, escribe su nombre: <code>/mute NOMBRE</code>
mute-near = No conozco ninguna fuente «{ $name }». ¿Te refieres a una de estas?
mute-unknown = No conozco ninguna fuente «{ $name }».
mute-done = 🔇 No verás nada más de { $name }. Las noticias que también cuentan otras fuentes seguirán llegando de ellas.
mute-already = 🔇 { $name } ya está oculta.
mute-too-many = Puedes ocultar hasta { $count } fuentes. Quita una primero: /filters
mute-story-ended = Volverás a recibir sus novedades.

chat-next-at = Próximo boletín: { $when }.
chat-next-instant = Las noticias te llegan en cuanto aparecen.
chat-next-off = Los boletines están desactivados. /schedule los activa.
chat-when-today = hoy a las { $time }
chat-when-tomorrow = mañana a las { $time }
chat-when-day = { $day }, { $time }
chat-when-zone = { $when } ({ $zone })

chat-today-gathering = 🔎 Revisando las noticias de hoy…
chat-today-empty = Hoy todavía no hay nada nuevo.
chat-today-empty-category = Hoy no hay nada nuevo en { $name }.
chat-today-last-24-hours = Desde la medianoche ha pasado poco, así que aquí van las últimas 24 horas.
chat-today-which = ¿A qué categoría te refieres con «{ $name }»?
chat-today-unknown = No hay ninguna categoría «{ $name }». En /categories están todas.
chat-digest-coming = 🗞 Buscando las novedades desde tu último boletín…
chat-too-many-commands = Son muchos comandos de golpe. Dame un minuto.
chat-digest-waiting = Aún hay un boletín en espera para este chat: Telegram no me deja enviar más aquí por ahora. Llegará en cuanto se pueda.
chat-digest-empty = No hay nada nuevo desde tu último boletín. En /today están los titulares de hoy.
chat-digest-filters = Tienes filtros: puede que oculten algo.
chat-digest-follow-first = Todavía no sigues nada. Elige primero una categoría.
chat-digest-too-often = Acabas de recibir varios boletines. Espera unos minutos.

chat-schedule-now = Boletines: { $schedule }.
chat-schedule-zone = Zona horaria: { $zone }. Cámbiala con /timezone.
chat-schedule-how = Elige una opción o escribe la tuya: <code>/schedule 08:00 18:30</code>
chat-schedule-unknown = No entiendo «{ $text }». Prueba <code>/schedule 08:00</code>, <code>/schedule laborables 07:30</code>, <code>cada hora</code>, <code>al instante</code> o <code>nunca</code>.
chat-schedule-when = ¿A qué hora? Escríbela detrás: <code>/schedule { $text } 08:00</code>
chat-schedule-same-times = Los boletines pueden llegar solo algunos días, pero todos ellos a las mismas horas: <code>/schedule laborables 07:30</code>
chat-schedule-times = { $days } a las { $times }
chat-schedule-hourly = cada hora
chat-schedule-instant = en cuanto haya noticias
chat-schedule-off = desactivados
chat-days-all = todos los días
chat-days-workdays = de lunes a viernes
chat-days-weekend = los fines de semana
chat-days-some = cada { $days }
chat-schedule-button-weekdays = Laborables { $time }
chat-schedule-button-hourly = Cada hora
chat-schedule-button-instant = ⚡ Al instante
chat-schedule-button-off = 🔕 Nunca

chat-timezone-now = Tu zona horaria es { $zone }, donde son las { $time }.
chat-timezone-how = Para cambiarla, toca una o escribe el nombre de cualquier ciudad: <code>/timezone Bogotá</code>
chat-timezone-which = ¿A cuál te refieres con «{ $text }»?
chat-timezone-unknown = No conozco «{ $text }». Prueba con una ciudad más grande cercana, un país o una diferencia horaria: <code>/timezone UTC+8</code>. O toca una:
chat-timezone-ask =
    <b>¿Qué hora es donde estás?</b>
    Supongo que son las { $time } ({ $zone }). Toca tu hora o escribe el nombre de tu ciudad: <code>/timezone Bogotá</code>
chat-location-ask =
    Toca el botón de abajo para enviar tu ubicación. Solo busco su zona horaria y no la guardo.
    ¿No ves el botón? Adjunta tu ubicación con 📎 o escribe el nombre de tu ciudad: <code>/timezone Bogotá</code>
chat-location-share = 📍 Enviar mi ubicación
chat-location-unknown = No puedo saber la zona horaria de ese lugar. Escribe el nombre de una ciudad cercana: <code>/timezone Bogotá</code>

chat-language-name = Español
chat-language = ¿En qué idioma quieres que hable?
chat-language-set = Ahora hablo español.
chat-language-unknown = Todavía no hablo «{ $text }». Hablo estos idiomas:

chat-look-compact = Compacto
chat-look-pictures = Imágenes grandes
chat-look-headlines = Solo titulares
chat-look-simple = Aspecto sencillo
chat-look =
    <b>¿Qué aspecto deben tener los boletines?</b> De izquierda a derecha:
    <b>Compacto</b> – la primera noticia con su imagen; toca cualquier otra para abrirla.
    <b>Imágenes grandes</b> – cada noticia debajo de su imagen.
    <b>Solo titulares</b> – títulos que puedes tocar.
    <b>Aspecto sencillo</b> – mensajes normales, para aplicaciones que no muestran lo demás.
chat-simple-look-set = Desde ahora tus boletines llegan con el aspecto sencillo.
chat-layout-edition = Portada y luego categorías
chat-layout-categories = Un mensaje por categoría
chat-layout-together = Todo en un mensaje
chat-layout =
    <b>¿Cómo debe llegar un boletín de varias categorías?</b>
    <b>Portada y luego categorías</b> – todos los titulares en un mensaje; después, sin sonido, uno por categoría.
    <b>Un mensaje por categoría</b> – sin portada.
    <b>Todo en un mensaje</b> – con una sección por categoría.

chat-settings = <b>Ajustes</b>
chat-settings-ui = Idioma de la interfaz: { $language }.
chat-settings-summaries = Resúmenes: en { $language }.
chat-settings-summaries-original = Resúmenes: en el idioma de cada artículo.
chat-settings-look = Aspecto del boletín: { $look }.
chat-settings-layout = Varias categorías: { $layout }.
chat-settings-pictures = Imágenes: { $state ->
    [on] visibles
   *[off] ocultas
}.
chat-summary-language-original = El idioma del artículo
chat-summary-language = ¿En qué idioma quieres los resúmenes?
chat-summary-language-cannot = Este bot todavía no sabe traducir. Sus resúmenes son frases de los artículos, así que quedan en el idioma original.
chat-reading =
    <b>Idiomas que leo</b>
    Toca cada idioma que leas. Debajo eliges qué pasa con las noticias en otros idiomas.
chat-reading-any = Cualquier idioma
chat-reads = Idiomas: { $languages }.
chat-reads-any = Idiomas: cualquiera.
chat-others-last = Las noticias en otros idiomas van al final.
chat-others-left-out = Las noticias en otros idiomas no se muestran.
chat-others-translated = Las noticias en otros idiomas se traducen.
chat-others-cannot = Este bot todavía no sabe traducir, así que van al final.
chat-others-button-last = Otros al final
chat-others-button-left-out = Sin otros
chat-others-button-translated = Traducir

chat-link-usage = Envíame un enlace: <code>/summary https://…</code>, o responde /summary a un mensaje que tenga uno.
chat-link-reading = ⏳ Leyendo { $host }…
chat-link-working = Un momento…
chat-link-writing = ✍️ escribiendo un resumen mejor…
chat-link-one-at-a-time = Todavía estoy con tu último enlace. Un momento, por favor.
chat-link-too-many = Son muchos enlaces. Espera unos minutos.
chat-link-queue-full = Ahora mismo hay mucha gente enviando enlaces. Inténtalo de nuevo en un minuto.
chat-link-failed = No he podido leer esta página. Quizá haya que iniciar sesión o no sea un artículo.
chat-link-too-slow = Esta página ha tardado demasiado. Inténtalo más tarde.
chat-link-stopped = Detenido. Si al final lo quieres, envía el enlace otra vez.
chat-link-nothing-to-summarize = Aquí hay muy poco texto para un resumen.
chat-link-no-longer = Esto es todo lo que hay. Con 📖 Leer aquí ves el artículo completo.
chat-link-reading-time = { $minutes ->
    [one] 1 minuto de lectura
   *[other] { $minutes } minutos de lectura
}

## Stories
story-tellings = { $count ->
    [one] contada una vez
   *[other] contada { $count } veces
}
story-sources = { $count ->
    [one] por 1 fuente
   *[other] por { $count } fuentes
}
story-how-told = Cómo se contó
story-first = primera en contarla
story-comes-back = vuelve con novedades
story-new = Lo nuevo:
story-more-tellings = { $count ->
    [one] 1 artículo más
   *[other] { $count } artículos más
}
story-unlisted = { $count ->
    [one] 1 artículo no aparece en la lista.
   *[other] { $count } artículos no aparecen en la lista.
}
story-why = Por qué son la misma noticia
story-why-alike = { $source } comparte palabras con { $other }: { $words }
story-why-copy = { $source } tiene el mismo texto que { $other }
story-why-repeated = { $source } repite su propio artículo
story-why-page = { $source } trae la misma página que { $other }
story-another = un artículo anterior
story-all-said = Eso es todo lo que dice el artículo.
story-also-told = también lo cuentan:
story-button-part = ✂️ Separar: { $source }
story-button-part-sure = ✂️ Separar para siempre
story-button-keep = Cancelar
story-part-ask = «{ $title }» pasa a ser una noticia aparte. Esto no se puede deshacer.
story-parted = Hecho: ahora es una noticia aparte.
story-part-owner = Solo el dueño de este bot puede separar un artículo de una noticia.

## Loading
fetch-problem-refused-address = No puedo leer esa dirección.
fetch-problem-refused-address-remedy = Usa una dirección pública. Si el servidor es tuyo, inclúyelo en FETCH_TRUSTED_HOSTS.
fetch-problem-bad-url = Esa no es una dirección web que pueda leer.
fetch-problem-bad-url-remedy = Indica la dirección completa, empezando por https://.
fetch-problem-dns = No existe ningún sitio con ese nombre.
fetch-problem-dns-remedy = Comprueba que la dirección esté bien escrita y que esta máquina tenga conexión a internet.
fetch-problem-tls = El certificado del sitio no es válido.
fetch-problem-tls-remedy = Abre la dirección en un navegador. Si también avisa, solo el sitio puede arreglarlo. Un servidor tuyo necesita un certificado en el que confíe esta máquina: indícalo en SSL_CERT_FILE.
fetch-problem-connect = No se puede conectar con el sitio.
fetch-problem-connect-remedy = Suele arreglarse solo: inténtalo más tarde.
fetch-problem-connect-remedy-source = Tidings lo vuelve a intentar por sí solo.
fetch-problem-proxy = El proxy no deja pasar a Tidings.
fetch-problem-proxy-remedy = Comprueba FETCH_PROXY: dirección, puerto, usuario y contraseña.
fetch-problem-timeout = El sitio ha tardado demasiado en responder.
fetch-problem-timeout-remedy = Suele arreglarse solo: inténtalo más tarde.
fetch-problem-timeout-remedy-source = Tidings lo vuelve a intentar por sí solo.
fetch-problem-too-large = La página es demasiado grande.
fetch-problem-too-large-remedy = Solo el sitio puede arreglarlo.
fetch-problem-too-large-remedy-feed = Busca un feed más corto del mismo sitio.
fetch-problem-wrong-type = En esa dirección no hay una página ni un feed, sino un archivo de otro tipo.
fetch-problem-wrong-type-remedy = Indica la dirección del feed o de la página, no la de una imagen, un vídeo o un documento.
fetch-problem-bad-encoding = El sitio comprime su respuesta de un modo que no puedo leer.
fetch-problem-bad-encoding-remedy = Solo el sitio puede arreglarlo.
fetch-problem-bad-answer = La respuesta del sitio incumple las reglas de HTTP y no puedo leerla.
fetch-problem-bad-answer-remedy = Solo el sitio puede arreglarlo.
fetch-problem-redirects = La dirección redirige demasiadas veces, o a una dirección insegura.
fetch-problem-redirects-remedy = Ábrela en un navegador y usa la dirección que este muestre al final.
fetch-problem-status = El sitio no me ha dado la página.
fetch-problem-status-remedy = Abre la dirección en un navegador; quizá haya cambiado o pida iniciar sesión.
fetch-problem-not-found = No hay nada en esa dirección.
fetch-problem-not-found-remedy = Comprueba que esté bien escrita.
fetch-problem-not-found-remedy-feed = O indica la dirección del propio sitio: `tidings sources add` busca allí el feed.
fetch-problem-forbidden = El sitio no deja que Tidings lo lea.
fetch-problem-forbidden-remedy = Pide iniciar sesión o no permite bots.
fetch-problem-forbidden-remedy-feed = Busca otro feed del mismo sitio o léelo mediante un RSSHub propio (FETCH_TRUSTED_HOSTS).
fetch-problem-forbidden-remedy-source = Si tienes una cuenta allí, indícala en sources.toml: username con password, o headers.
fetch-problem-robot-check = La protección contra bots del sitio detiene a Tidings y pide un navegador.
fetch-problem-robot-check-remedy = Tidings no elude esa protección.
fetch-problem-robot-check-remedy-feed = Pide al sitio que deje pasar a los lectores de feeds, busca otro feed suyo o léelo mediante un RSSHub propio (FETCH_TRUSTED_HOSTS).
fetch-problem-server-error = El sitio tiene un problema.
fetch-problem-server-error-remedy = Suele arreglarse solo: inténtalo más tarde.
fetch-problem-server-error-remedy-source = Tidings lo vuelve a intentar por sí solo.
fetch-problem-gone = La página ha desaparecido para siempre.
fetch-problem-gone-remedy = Busca su nueva dirección.
fetch-problem-gone-remedy-source = La fuente está desactivada; `tidings fetch --source NOMBRE` la prueba una vez más, `tidings sources remove NOMBRE` la quita.
fetch-problem-rate-limited = El sitio pide a Tidings que espere antes de la próxima petición.
fetch-problem-rate-limited-remedy = Inténtalo más tarde.
fetch-problem-rate-limited-remedy-source = Tidings espera lo que pide el sitio. Un FETCH_INTERVAL mayor ayuda.
feed-problem-empty = La respuesta del sitio estaba vacía.
feed-problem-empty-remedy = Suele arreglarse solo: inténtalo más tarde.
feed-problem-empty-remedy-source = Tidings lo vuelve a intentar por sí solo.
feed-problem-web-page = En esa dirección hay una página web, no un feed.
feed-problem-web-page-remedy = `tidings sources add DIRECCIÓN` busca los feeds de esa página.
feed-problem-robot-check = El sitio muestra una comprobación contra bots en lugar de su feed.
feed-problem-robot-check-remedy = Tidings no elude esas comprobaciones. Pide al sitio que deje pasar a los lectores de feeds, busca otro feed suyo o léelo mediante un RSSHub propio (FETCH_TRUSTED_HOSTS).
feed-problem-list = Eso es una lista de feeds, no un feed.
feed-problem-list-remedy = Guárdala en un archivo; `tidings sources import ARCHIVO` toma todos sus feeds.
feed-problem-broken = El feed está dañado y no tiene arreglo.
feed-problem-broken-remedy = Solo el sitio puede arreglarlo. Quizá tenga otro feed.
feed-problem-other = En esa dirección no hay ningún feed.
feed-problem-other-remedy = Indica la dirección del feed; `tidings sources add` lo busca en la página de un sitio.
feed-problem-no-channel = Ese canal de Telegram no tiene página pública.
feed-problem-no-channel-remedy = Solo se pueden leer canales públicos cuyas publicaciones muestra un navegador en t.me/s/NOMBRE; los canales privados, los grupos y las personas no tienen esa página. Comprueba el nombre o pide un feed al dueño del canal.
load-no-feed-found = No he encontrado ningún feed ahí.
load-no-feed-found-remedy = Busca en el sitio un enlace llamado RSS o Atom e indica su dirección.
load-page-unreadable = No he encontrado ningún artículo en esa página. Quizá haya que iniciar sesión.
page-problem-paywall = Este artículo es para suscriptores; solo veo lo que el sitio muestra a todo el mundo.
page-problem-consent = El sitio pide aceptar cookies antes de mostrar esta página, y yo no puedo hacerlo.
page-problem-login = El sitio pide iniciar sesión antes de mostrar esta página.
page-problem-robots = El sitio comprueba que haya una persona con un navegador antes de mostrar esta página.
page-problem-teaser = La página muestra solo unas líneas de texto.
page-problem-no-article = Esto no es un artículo. El texto es la descripción de la propia página.
page-problem-document = Esto es un documento, como un PDF. Solo puedo resumir páginas web.
page-problem-picture = Esto es una imagen. Solo puedo resumir páginas web.
page-problem-sound = Esto es un audio. Solo puedo resumir páginas web.
page-problem-film = Esto es un vídeo. Solo puedo resumir páginas web.
page-problem-feed = Esto es un feed de noticias, no un artículo. Envíame el enlace de uno de sus artículos.
page-problem-file = Esto es un archivo para descargar. Solo puedo resumir páginas web.
load-folder-unreadable = No se puede leer la carpeta.
load-folder-unreadable-remedy = Comprueba la ruta en sources.toml y que Tidings tenga permiso para leer la carpeta.
load-switched-off = La fuente está desactivada en sources.toml.
load-switched-off-remedy = Quita allí `enabled = false` para volver a leerla.
load-not-stored = No se han podido guardar los artículos nuevos.
load-not-stored-remedy = Comprueba que haya espacio en el disco y que ningún otro programa tenga ocupada la base de datos.
load-broke = Un error de Tidings ha detenido la lectura.
load-broke-remedy = Los detalles están en el registro. Por favor, avísanos.
source-exists = Ya tienes esa fuente.

## Figures
stats-articles = Artículos: { $count }, de ellos { $lately } en las últimas 24 horas.
stats-sources = Fuentes: { $count }, de ellas { $failing } con problemas y { $off } desactivadas.
stats-chats = Chats: { $count }, con { $subscriptions } suscripciones.
stats-messages = Mensajes: { $waiting } en espera, { $sent } enviados, { $dead } descartados.
stats-unknown = Mensajes que quizá hayan llegado o quizá no: { $count }. Los boletines que haya entre ellos se envían una vez más.
stats-engine = Motor de resúmenes: { $engine }.
stats-engine-ready = listo
stats-engine-downloading = se está descargando
stats-engine-loading = se está cargando
stats-engine-failed = no funciona
stats-engine-verified = { $engine }, revisado por { $verifier }
stats-summaries = Resúmenes de { $engine }: { $count }.
stats-summaries-waiting = Resúmenes en espera: { $count }.
stats-rejected = Frases rechazadas por las comprobaciones: { $count } ({ $reasons }).
stats-reason = { $reason ->
    [number] cifras erróneas: { $count }
    [date] fechas erróneas: { $count }
    [name] nombres que no están en el artículo: { $count }
    [quote] citas alteradas: { $count }
    [claim] afirmaciones que no están en el artículo: { $count }
    [link] enlaces: { $count }
    [mention] etiquetas o menciones: { $count }
    [command] comandos de bot: { $count }
    [contact] datos de contacto: { $count }
    [order] llamadas a la acción: { $count }
    [abuse] insultos: { $count }
    [language] otro idioma: { $count }
    [loop] repeticiones: { $count }
    [shape] frases incompletas: { $count }
    [remark] comentarios del modelo: { $count }
    [subject] fuera de tema: { $count }
    [title] solo repite el título: { $count }
    [too_long] demasiado largas: { $count }
    [worse_than_extract] no mejores que un extracto: { $count }
    [second_reader] dudosas para el segundo lector: { $count }
    [empty] no quedó nada: { $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = Recibir una noticia al momento
chat-command-alerts = Tus alertas
chat-command-quiet = Horas sin noticias

alert-usage =
    ¿Qué te cuento al momento, sea cual sea tu horario? Miro todo lo que leo, no solo lo que sigues.

    <code>/alert terremoto</code> – noticias con esta palabra
    <code>/alert "cambio climático" inundación</code> – con esta frase o esta palabra
    <code>/alert tren -huelga lang:es</code> – sin una palabra, en un idioma
    <code>/alert source:NOMBRE</code> – todo lo que cuenta esta fuente

    Lo que ocultas o silencias sigue oculto, salvo que la alerta lo nombre. Tras { $count } mensajes en una hora, el resto llega junto. En /alerts está lo que tienes.
alert-no-word = ¿Qué palabra espero? Una alerta necesita una, o una fuente: <code>/alert terremoto</code>
alert-contradiction = No puedo esperar «{ $part }» y a la vez dejarlo fuera.
alert-have-already = Ya tienes esta alerta.
alert-too-many = Puedes tener hasta { $count } alertas, incluidas las noticias que sigues. Quita una primero: /alerts
alert-button-all = 🔔 Todas las alertas
alert-preview = <b>Tu nueva alerta</b>
alert-preview-any = Basta con una de estas palabras.
alert-preview-effect = { $count ->
    [0] En los últimos siete días no habría llegado ninguna noticia.
    [one] En los últimos siete días habría llegado 1 noticia:
   *[other] En los últimos siete días habrían llegado { $count } noticias:
}
alert-saved = Guardado. Desde ahora, una noticia así te llega al momento: { $alert }
alert-cancelled = No se ha guardado nada.
alert-removed = Quitada: { $alert }
alert-gone = Esa alerta ya estaba quitada.
alert-back = La vuelves a recibir: { $alert }
alert-stopped = Detenida: { $alert }
alert-button-stop = 🔕 Detener: { $alert }
alert-button-again = 🔔 Recibir de nuevo: { $alert }
alert-heading = 🔔 Alerta: { $alert }
alert-heading-story = 📌 Una noticia que sigues
alerts-list = { $count ->
    [one] Tienes 1 alerta. Tócala para quitarla.
   *[other] Tienes { $count } alertas. Toca una para quitarla.
} 📌 es una noticia que sigues.
alerts-empty = No tienes alertas. <code>/alert palabra</code> te envía al momento las noticias con una palabra.

quiet-now = Silencio de { $start } a { $end } ({ $zone }): las noticias esperan y llegan después en un solo boletín.
quiet-now-alerts = Silencio de { $start } a { $end } ({ $zone }): las noticias esperan y llegan después en un solo boletín. Las alertas llegan igualmente.
quiet-none = Sin horas de silencio: las noticias llegan cuando toca.
quiet-how = Elige tus horas o escríbelas: <code>/quiet 22:00-07:00</code>, <code>/quiet 22:00-07:00 excepto alertas</code>, <code>/quiet desactivar</code>
quiet-unknown = No entiendo «{ $text }». Escribe desde qué hora hasta cuál: <code>/quiet 22:00-07:00</code>
quiet-button = 🌙 Horas de silencio
quiet-button-alerts = 🔔 Las alertas llegan igual
quiet-button-off = Sin horas de silencio
quiet-setting = Horas de silencio: { $start }–{ $end } ({ $zone }).
quiet-setting-alerts = Horas de silencio: { $start }–{ $end } ({ $zone }), excepto alertas.
quiet-setting-none = Horas de silencio: ninguna.

story-button-follow = 📌 Seguir
story-button-unfollow = ✅ Siguiendo
story-button-mute = 🔕 Silenciar esta noticia
story-button-unmute = ✅ Silenciada: volver a contar
story-button-mute-source = 🔇 Silenciar { $source }
story-button-unmute-source = ✅ Silenciada: mostrar { $source }
story-follow-done = Te contaré sus novedades al momento. Está en /alerts.
story-follow-ended = Ya no sigues esta noticia.
story-source-muted = No verás nada más de { $source }.
story-source-unmuted = Volverás a ver { $source }.
digest-button-follow = Seguir
digest-button-hide-word = 🙈 Ocultar una palabra…
digest-hide-word = ¿Noticias con qué palabra oculto? Antes de guardar verás qué cambia.
digest-hide-word-none = Aquí no encuentro ninguna palabra que ofrecer. Escríbela tú: <code>/filter -palabra</code>

### Search, inline mode and /why
chat-command-search = Buscar en las noticias
chat-command-why = ¿Por qué estas noticias?
search-usage =
    ¿Qué busco? Todas las palabras deben estar en la noticia, enteras.

    <code>/search puente puerto</code> encuentra las dos palabras
    <code>/search "cambio climático"</code> encuentra la frase
    <code>/search puente -fútbol</code> deja fuera las noticias con la segunda palabra
    <code>/search puente source:NOMBRE lang:en,zh</code> busca solo en esta fuente y en estos idiomas

    En cualquier chat: escribe mi nombre y las palabras, y elige una tarjeta.
search-too-long = Es demasiado largo para buscarlo. Hasta { $count } caracteres, y 60 por palabra o frase: <code>/search puente puerto</code>
search-contradiction = Una noticia no puede tener «{ $part }» y a la vez no tenerlo. Quita uno de los dos.
search-only-hidden = Eso solo dice qué dejar fuera. Di también qué buscar: <code>/search puente -fútbol</code>
search-one-letter = «{ $part }» sin más está en casi todas las noticias. Escribe una palabra entera: <code>/search puente</code>
search-sign = Busco palabras, no signos como «{ $part }». Escribe una palabra: <code>/search puente</code>
search-count = { $count ->
    [one] 1 noticia
   *[other] { $count } noticias
}
search-newest = las { $count } más recientes
search-filtered = con tus filtros
search-button-filtered = 🧹 Con mis filtros
search-button-all = Sin mis filtros
search-nothing = No he encontrado nada de { $query }.
search-unknown = En ninguna noticia: { $words }
search-try = Prueba con menos palabras o con otras: cada una debe estar en la noticia, entera («puentes» no es lo mismo que «puente»). Las frases van entre comillas, y <code>-palabra</code> deja noticias fuera.
search-all-hidden = Tus filtros ocultan todo lo que he encontrado de { $query }.
search-inline-more = Nada. ¿Otras palabras?
search-inline-whole = Escribe una palabra entera
why-languages-first = Tus idiomas van primero.
why-kept = gracias a { $rules }
why-left-out = { $count ->
    [one] <b>Quedó fuera:</b> 1 noticia
   *[other] <b>Quedaron fuera:</b> { $count } noticias
}
why-left-rule = por { $rule }
why-left = • { $reason }: { $stories }
why-left-muted = 🔕 noticias silenciadas
why-left-told = ya contadas
why-left-language = en idiomas que dejas fuera
why-left-room = por falta de espacio
why-left-then = entonces no lo seguías, o estaba oculto
why-get = <i>En /filters se quitan filtros y silenciados, en /settings están tus idiomas. Con /today y /search ves lo que hay.</i>
why-nothing-left-out = No quedó nada fuera.
why-alert = Esto lo trajo una de tus alertas: sus palabras están encima de la noticia. En /alerts las ves y las quitas.
why-no-digest = Aún no has recibido ningún boletín. /digest envía uno ahora.

### Channels, groups and topics
place-heading = Para <b>{ $chat }</b>:
place-greeting = Aquí solo los administradores deciden qué envío. Los demás pueden pedirme /today cuando quieran.
place-button-places = 📣 Canales y grupos
place-button-add-channel = ➕ Añadir a un canal
place-button-add-group = ➕ Añadir a un grupo
place-button-choose-channel = 📣 Elegir un canal
place-button-choose-group = 👥 Elegir un grupo
place-list = { $count ->
    [one] Administras 1 canal o grupo. Tócalo para ver sus ajustes.
   *[other] Administras { $count } canales y grupos. Toca uno para ver sus ajustes.
}
place-list-empty = Desde aquí puedes administrar canales y grupos, si eres administrador en ellos.
place-how = Todos los comandos de ajustes aceptan también el nombre delante: <code>/subscribe @canal Mundo</code>
place-ask-channel =
    Toca el botón de abajo y elige el canal. Solo necesito permiso para publicar mensajes.
    ¿No ves el botón? Usa este enlace: { $link }
place-ask-group =
    Toca el botón de abajo y elige el grupo.
    ¿No ves el botón? Usa este enlace: { $link }
place-chosen = Elegido: <b>{ $chat }</b>
place-this-chat = este chat
place-private-only = Los demás canales y grupos se administran en un chat privado conmigo. Aquí no escribas el nombre.
place-digest-sent = El boletín va de camino.
place-language-set = A partir de ahora, allí hablo { $language }.
place-unknown = No conozco { $chat }. Comprueba el nombre y añádeme allí primero.
place-no-answer = Telegram no me ha dicho nada de { $chat }. Inténtalo de nuevo en un minuto.
place-goodbye = ¡Adiós! Ya no envío nada a { $chat }. Sus ajustes se guardan 90 días por si me añades otra vez; después se borra todo. Para borrarlo ya, añádeme una vez más y envía allí /forget.
place-not-there = Todavía no estoy en { $chat }. Añádeme primero.
place-not-administrator = No eres administrador de { $chat }, así que no puedes cambiar sus ajustes.
place-lacks-post-messages = No puedo publicar en { $chat }. Ábrelo en Telegram → Editar → Administradores → mi nombre y activa «Publicar mensajes». Después inténtalo de nuevo.
place-lacks-send-messages = No puedo escribir en { $chat }. Ábrelo en Telegram → Editar → Permisos y permite «Enviar mensajes», o hazme administrador. Después inténtalo de nuevo.
topics-button-make = 🗂 Un tema por categoría
topics-button-undo = ↩️ Quitar los temas del bot
topics-line = Con tema propio: { $names }.
topics-making = Creando los temas…
topics-progress = Creando los temas: { $done } de { $count }…
topics-made = Estas categorías tienen ahora un tema propio, donde llegan sus noticias: { $names }.
topics-all-there = Cada categoría ya tiene su tema.
topics-follow-first = Aquí todavía no se sigue nada. Elige primero categorías: /categories
topics-none = No hay temas creados por mí.
topics-undone = Hecho: las noticias vuelven a llegar donde antes. Los temas sin noticias se han quitado; los demás se quedan para leerlos.
topics-no-forum = Este chat no tiene temas. Un grupo los activa en Telegram: ábrelo → Editar → Temas.
topics-lacks-manage-topics = Aquí no puedo crear temas. Abre el grupo en Telegram → Editar → Administradores → mi nombre (o añádeme) y activa «Gestionar temas». Después toca otra vez.
topics-failed = Telegram no crea más temas por ahora. Toca otra vez en unos minutos: lo que ya hay se queda.
topics-lost = Ya no puedo escribir en el tema «{ $topic }», así que sus noticias se han detenido. Si se borró, un administrador puede enviar /settings y tocar «Un tema por categoría», y lo vuelvo a crear.

### The owner, and a chat's own data
chat-command-export = Lo que elegiste, en archivos
chat-command-forget = Borrar todo lo que guardo de ti
owner-command-sources = Las fuentes y cómo están
owner-command-addsource = Añadir una fuente
owner-command-removesource = Quitar una fuente
owner-command-stats = Cifras del bot
owner-command-announce = Escribir a todos los chats
owner-button-remove = Quitar
sources-list = { $count ->
    [one] <b>1 fuente</b>
   *[other] <b>{ $count } fuentes</b>
} · { $failing } con fallos · { $off } desactivadas
sources-empty =
    Todavía no hay fuentes. Añade una:
    <code>/addsource https://www.bbc.com/mundo Mundo</code>
sources-read-ago = última lectura correcta hace { $time }
sources-never-read = aún sin leer
sources-never-worked = nunca ha funcionado
sources-failures = { $count ->
    [one] 1 fallo
   *[other] { $count } fallos seguidos
}
sources-overdue = con { $time } de retraso
sources-per-day = { $number } artículos al día
sources-button-read = 🔄 Leer ahora
sources-reading = Leyéndola ahora…
sources-gone = Esa fuente ya no está.
sources-remove-usage =
    ¿Qué fuente? Envía su nombre:
    <code>/removesource BBC Mundo</code>
    En /sources están todas.
sources-remove-ask = ¿Quito <b>{ $name }</b>? Dejaré de leerla. Sus artículos se quedan hasta que envejezcan.
sources-removed =
    <b>{ $name }</b> se ha quitado. Para recuperarla:
    <code>/addsource { $address }</code>
sources-kept = <b>{ $name }</b> se queda.
sources-near = No tengo ninguna fuente llamada «{ $name }». ¿Querías decir una de estas?
sources-unknown = No tengo ninguna fuente llamada «{ $name }». En /sources están todas.
adding-usage =
    Dame una dirección: de un feed, de un sitio o de un canal público de Telegram. Puedes añadir una categoría.
    <code>/addsource https://www.bbc.com/mundo Mundo</code>
    <code>/addsource @durov Telegram</code>
adding-looking = Buscando feeds en { $host }…
adding-failed = Algo ha fallado y no se ha añadido nada. Los detalles están en el registro.
adding-cancelled = No se ha añadido nada.
adding-which-feed = { $host } tiene { $count } feeds. ¿Cuál?
adding-which-category = ¿En qué categoría? Para una nueva envía <code>/addsource DIRECCIÓN CATEGORÍA</code>.
adding-category = Categoría: { $name }
articles-count = { $count ->
    [one] 1 artículo
   *[other] { $count } artículos
}
adding-newest = el más reciente, del { $day }
adding-problem = { $problem }: { $detail }.
adding-technical = { $problem } ({ $detail }).
adding-added = { $count ->
    [one] Añadida: <b>{ $name }</b>, con 1 artículo por ahora.
   *[other] Añadida: <b>{ $name }</b>, con { $count } artículos por ahora.
}
adding-in-category = Categoría: { $name }.
adding-button-own-categories = Las categorías del feed
adding-button-offer = ➕ Añadir como fuente
adding-offer-channel = Este canal puede ser una fuente: { $address }
announce-usage =
    ¿Qué les digo a todos los chats? Los enlaces y el formato quedan como los escribas.
    <code>/announce Esta noche me mudo a otro servidor. Los boletines pueden llegar tarde.</code>
announce-preview = { $count ->
    [one] Así se verá. Llega a <b>1 chat</b>.
   *[other] Así se verá. Llega a <b>{ $count } chats</b>.
}
announce-button-send = Enviar
announce-started = En camino
announce-cancelled = No se ha enviado nada.
announce-over = Esto ya se envió o se canceló.
announce-sending = { $count ->
    [one] Enviando a 1 chat…
   *[other] Enviando a { $count } chats…
}
announce-progress = Enviando: { $done } de { $count } hechos.
announce-done = { $failed ->
    [0] El anuncio está enviado. Chats que lo recibieron: { $sent }.
   *[other] El anuncio está enviado. Chats que lo recibieron: { $sent }; no llegó a: { $failed }.
}
stats-chart-digests = Boletines
stats-chart-articles = Artículos nuevos
stats-chart-failures = Mensajes descartados
notice-source-dead = Llevo un día sin poder leer { $name }: { $reason }. En /sources verás qué hacer.
notice-source-off = { $name } ha desaparecido para siempre y queda desactivada: { $reason }. En /sources verás qué hacer.
notice-sources-dead = Hay { $count } fuentes que no se pueden leer desde hace un día: { $names }. ¿Funciona la red? La lista está en /sources.
notice-disk-low = El disco está casi lleno: quedan { $free } MB. Haz sitio o indica en DATA_DIR un disco mayor.
notice-engine-failed = El motor de resúmenes { $engine } no funciona ({ $reason }). Mientras tanto, los resúmenes son frases de los artículos.
notice-backup-failed = La copia de seguridad de hoy ha fallado ({ $reason }). Comprueba que en DATA_DIR haya espacio y se pueda escribir.
export-json = Lo que eligió este chat: ajustes, categorías, filtros. Los programas pueden leerlo.
export-opml = { $count ->
    [one] El feed de tus categorías. Cualquier lector de feeds acepta este archivo.
   *[other] Los { $count } feeds de tus categorías. Cualquier lector de feeds acepta este archivo.
}
export-no-feeds = No hay archivo de feeds: detrás de lo que se sigue aquí no hay feeds públicos.
export-failed = No se han podido enviar los archivos. Inténtalo más tarde.
forget-ask = ¿Te olvido? Tus categorías, filtros, ajustes e historial se borran enseguida y no llega ningún boletín más. Con /export te llevas antes una copia.
forget-ask-group = ¿Olvido este chat, con todos sus temas? Las categorías, los filtros, los ajustes y el historial se borran enseguida y no llega ningún boletín más. Con /export tienes antes una copia.
forget-button = Olvídame
forget-kept = Todo queda como está.
forget-done = Hecho: te he olvidado. De las copias de seguridad del bot desapareces en cinco semanas como mucho. Envía /start para empezar de nuevo. ¡Adiós!
forget-done-group = Hecho: he olvidado este chat. De las copias de seguridad del bot desaparece en cinco semanas como mucho. Quítame de aquí o envía /start para empezar de nuevo. ¡Adiós!
help-own-data =
    <b>Tus datos</b>
    /export – lo que elegiste, en archivos
    /forget – borrar todo lo que guardo de ti
help-owner =
    <b>Para ti, como dueño</b>
    /sources – cómo está cada fuente
    /addsource <i>dirección</i> – también @canal; o envíame solo un enlace
    /removesource <i>nombre</i>
    /stats – cifras y un gráfico
    /announce <i>texto</i> – escribir a todos los chats

### Digests outside Telegram
publish-title = Mis boletines
publish-nothing-yet = Todavía no hay nada: aquí aparecerán las noticias de tu próximo boletín.
publish-unavailable = El dueño de este bot no ha activado esta función (<code>PUBLISH_URL</code>).
publish-off = Tus boletines también se pueden leer fuera de Telegram: como feed en un lector de feeds y como página en un navegador. Recibes una dirección privada; quien la conozca puede leerlos.
publish-on =
    <b>Tus boletines fuera de Telegram</b>
    Feed: { $feed }
    Página: { $page }

    Quien conozca la dirección puede leerlos. Una dirección nueva anula la anterior.
publish-in-private = La dirección es secreta, así que solo te la muestro en nuestro chat privado.
publish-button-private = Abrir el chat privado
publish-button-on = Crear una dirección privada
publish-button-new = Nueva dirección
publish-button-off = Dejar de publicar

### Recaps
recap-title = Tu semana
recap-stories = { $count ->
    [one] 1 noticia
   *[other] { $count } noticias
}
recap-told = { $sources ->
    [one] 1 fuente
   *[other] { $sources } fuentes
}, { $reports ->
    [one] 1 artículo
   *[other] { $reports } artículos
}
recap-began = Empezó el { $day }:
recap-empty = Aún no hay nada que repasar: no hubo noticias en los últimos siete días.
recap-how = No tengo un repaso de «{ $text }», solo el de la semana: /recap week. Para que llegue automáticamente, pon un horario, por ejemplo <code>/schedule domingos 18:00 repaso</code>.
recap-line = Repaso semanal: { $schedule }.
recap-set = Guardado ✓ Tu repaso llega: { $schedule }. El próximo: { $when }.
recap-off = Guardado ✓ Ya no llegará ningún repaso automáticamente. Con /recap ves uno cuando quieras.
recap-button-on = 📅 Cada domingo a las 18:00
recap-button-off = 🔕 No enviar más repasos

### Ranking that learns
taste-button-more = Más así
taste-button-less = Menos así
taste-button-less-like = 👎 Menos como…
taste-button-more-like = 👍 Más como…
taste-button-mute = 🔕 Silenciar esta noticia
taste-button-undo = ↩️ Deshacer
taste-button-clear = 🧹 Olvidar todos los 👍 y 👎
taste-which-less = ¿De qué tipo de noticias quieres ver menos? Elige una parecida.
taste-which-more = ¿De qué tipo de noticias quieres ver más? Elige una parecida.
taste-toast-less = Anotado: menos así ✓
taste-toast-more = Anotado: más así ✓
taste-learnt-less = 👎 Las noticias como «{ $title }» salen ahora más abajo: { $things }. No se oculta ninguna. En /filters está lo que aprendí, y ahí puedo olvidarlo.
taste-learnt-more = 👍 Las noticias como «{ $title }» salen ahora más arriba: { $things }. En /filters está lo que aprendí, y ahí puedo olvidarlo.
taste-why = <i>Los 👍 y 👎 cuentan como fuentes: −1 mueve una noticia como si la contara una fuente menos. En /filters se olvidan.</i>
taste-word = «{ $word }»
taste-taken-back = Deshecho ✓
taste-forgotten = Olvidado ✓
taste-list = { $count ->
    [one] De tus 👍 y 👎 aprendí 1 cosa. Sube o baja noticias y no oculta ninguna. Tócala para que la olvide.
   *[other] De tus 👍 y 👎 aprendí { $count } cosas. Suben o bajan noticias y no ocultan ninguna. Toca una para que la olvide.
}
