# The texts of Tidings in Portuguese (as written in Brazil), in sections by the part of the program that uses them.
#
# Glossário: digest = boletim · summary = resumo · story = notícia · article = artigo · report = matéria (de uma notícia)
# headline = manchete (em listas: título) · category = categoria · source = fonte · feed = feed · follow = seguir
# filter = filtro · mute = silenciar · hide = ocultar · alert = alerta · schedule = horários · time zone = fuso horário
# thumbnail = miniatura · look = aparência · owner = dono. Tratamento: você.

## Digests
digest-headlines = Manchetes
digest-stories = { $count ->
    [one] { $count } notícia
   *[other] { $count } notícias
}
digest-more-stories = { $count ->
    [one] mais { $count } notícia
   *[other] mais { $count } notícias
}
digest-more-headlines = { $count ->
    [one] mais { $count } manchete
   *[other] mais { $count } manchetes
}
digest-unlisted = e mais { $count }
digest-minutes = { $count ->
    [one] { $count } minuto de leitura
   *[other] { $count } minutos de leitura
}
digest-good-morning = Bom dia
digest-good-afternoon = Boa tarde
digest-good-evening = Boa noite
digest-end = Isso é tudo.
digest-end-next = Isso é tudo. Próximo boletim: { $when }
digest-also = também em:
digest-whole-story = a história completa
digest-continued-story = novidades desde seu último boletim
digest-inside = ler no Telegram
digest-quoted = trecho do artigo
digest-original-language = idioma original ({ $language })
digest-not-translated = sem tradução: { $languages }
digest-original = Ler o original
digest-part = Parte { $part } de { $parts }
digest-read-on = Continuar lendo: parte { $part } de { $parts }
digest-button-why = Por que estas?
digest-button-less = Menos disso
digest-button-settings = Configurações
digest-button-longer = Mais longo
digest-button-shorter = Mais curto
digest-button-headlines = Manchetes de hoje
digest-why = <b>Por que estas?</b> Você segue as categorias delas. Primeiro vem o que mais fontes contam, depois o que é mais novo.
digest-why-sources = { $others ->
    [0] { $source }
    [one] { $source } e mais { $others } fonte
   *[other] { $source } e mais { $others } fontes
}
digest-why-gone = Não sei mais o que havia neste boletim.
digest-less = Do que você quer ver menos? 🔕 é uma notícia: não conto mais nada dela. 🔇 é uma fonte: não mostro mais nada dela. ❌ é uma categoria que você segue.
digest-muted = Você não receberá mais nada disso ✓
digest-muted-story = Você não receberá mais nada de “{ $title }”.
digest-longer-all = É tudo o que há aqui. O resto está no link.
digest-nothing-above = Nada acima? Alguns aplicativos não mostram estes boletins. Toque para usar a aparência simples.
digest-by = Por { $authors }

## Chat
chat-description =
    Suas notícias em boletins: siga os temas de que gosta e eu envio as notícias do dia, com imagens e resumos curtos, quando você quiser. Mande qualquer link e eu resumo.
chat-short-description = Boletins de notícias das fontes que você escolher e resumos de qualquer link.
chat-command-start = Escolher o que seguir
chat-command-today = Manchetes de hoje
chat-command-digest = Seu boletim agora
chat-command-recap = Os destaques da semana
chat-command-categories = Todas as categorias
chat-command-subscribe = Seguir uma categoria
chat-command-unsubscribe = Deixar de seguir uma categoria
chat-command-subscriptions = O que você segue
chat-command-summary = Resumir um link
chat-command-filter = Ocultar notícias ou mostrar só algumas
chat-command-filters = Seus filtros e silenciados
chat-command-mute = Ocultar uma fonte
chat-command-schedule = Quando os boletins chegam
chat-command-timezone = Seu fuso horário
chat-command-language = Mudar meu idioma
chat-command-settings = Todas as configurações
chat-command-help = O que eu sei fazer

chat-start-hello = Olá, { $name }! 👋 Eu leio as notícias por você e envio o que importa em um boletim curto.
chat-start-hello-all = Olá, pessoal! 👋 Eu leio as notícias por vocês e envio o que importa em um boletim curto.
chat-start-pick = Toque no que quer seguir:
chat-start-reads = Notícias em { $languages } vêm primeiro. Lê outros idiomas também? Toque em “🗣 Idiomas que leio”.
chat-start-empty = Nenhuma notícia foi carregada ainda. Tente /categories de novo em um minuto.
chat-help =
    <b>Notícias</b>
    /today – manchetes de hoje, ou /today <i>categoria</i>
    /digest – seu boletim agora
    /search <i>palavras</i> – buscar notícias; em qualquer chat: meu nome e as palavras
    /why – por que seu último boletim contou o que contou
    /recap – os destaques da semana
    /summary <i>link</i> – um resumo de qualquer página (ou só me mande o link)

    <b>O que você segue</b>
    /categories – toque para seguir
    /subscribe <i>nome, nome</i> ou <i>all</i>, e /unsubscribe
    /subscriptions – sua lista
    /filter <i>-palavra</i> ou <i>+palavra</i> – ocultar notícias ou mostrar só algumas
    /mute <i>fonte</i> – ocultar uma fonte
    /filters – seus filtros e silenciados
    /alert <i>palavra</i> – notícias com ela chegam na hora; /alerts lista todas

    <b>Configurações</b>
    /schedule – quando os boletins chegam
    /quiet <i>22:00-07:00</i> – horas sem notícias
    /timezone – seu fuso horário
    /language – o idioma das minhas mensagens
    /settings – todas as configurações, também os canais e grupos que você administra

    <i>Não vê nada onde deveria haver um boletim? Escolha a aparência simples em /settings.</i>
chat-hint = Mande um link e eu resumo. Para todo o resto, use /help.
chat-unknown-command = Não conheço este comando. Veja em /help o que eu sei fazer.
chat-unknown-command-near = Não conheço { $text }. Você quis dizer isto?
chat-plain-command = Você quis dizer isto?
chat-owner-refused = Não consigo mais escrever em { $chat } ({ $reason }). Os boletins de lá estão pausados e nenhum vai para outro chat.
chat-owner-taken-back = O Telegram não aceitou uma mensagem para { $chat } ({ $reason }). As notícias dela vão no próximo boletim. Se houver mais casos hoje, só o log e /stats dirão.
chat-owner-incident = O Telegram diz que muitos chats deixaram de existir de uma só vez ({ $reason }). Parece uma falha do Telegram, então mantenho esses chats e tento de novo.
chat-error = Desculpe, algo deu errado do meu lado. Tente de novo.
chat-admins-only = Só administradores podem mudar as configurações aqui.
chat-saved = Salvo ✓
chat-button-save = Salvar
chat-button-cancel = Cancelar
chat-button-unknown = Este botão não funciona mais.
chat-message-too-old = Esta mensagem é antiga demais para isso. Envie o comando de novo.
chat-article-gone = Este artigo não está mais aqui.

chat-button-digest-now = 🗞 Boletim agora
chat-button-schedule = ⏰ Horários
chat-button-categories = 📚 Categorias
chat-button-leave-all = ❌ Deixar de seguir tudo
chat-button-longer = ➕ Mais longo
chat-button-shorter = ➖ Mais curto
chat-button-read-here = 📖 Ler aqui
chat-button-timezone = 🌍 Fuso horário
chat-button-location = 📍 Onde estou
chat-button-language = 💬 Idioma da interface
chat-button-summary-language = 📝 Idioma dos resumos
chat-button-reading = 🗣 Idiomas que leio
chat-button-pictures-on = 🖼 Mostrar imagens
chat-button-pictures-off = 🖼 Sem imagens
chat-button-look = 🎨 Aparência dos boletins
chat-button-layout = 🗂 Uma ou várias mensagens
chat-button-my-language = 🌐 No meu idioma

chat-categories = Toque no que quer seguir.
chat-categories-counts = O número diz quantos artigos são novos hoje.
chat-category-gone = Esta categoria não existe mais.
chat-joined = Agora você segue { $name }.
chat-already-following = Você já segue { $name }.
chat-join-covered = { $name } já está incluída: você segue { $parent }.
chat-join-too-many = Você pode seguir no máximo { $count } categorias. Remova uma antes: /subscriptions
chat-join-ambiguous = Há várias categorias chamadas “{ $name }”. Qual delas?
chat-join-near = Não há categoria “{ $name }”. Você quis dizer uma destas?
chat-join-unknown = Não há categoria “{ $name }”. Veja a lista:
chat-left = Você não segue mais { $name }.
chat-not-following = Você não segue { $name }.
chat-left-all = { $count ->
    [one] Você não segue mais nada.
   *[other] Todas as { $count } categorias foram removidas. Você não segue mais nada.
}
chat-leave-covered = { $name } faz parte de { $parent }, que você segue. Para não receber mais, deixe de seguir { $parent }.
chat-leave-unknown = Você não segue “{ $name }”.
chat-subscriptions = { $count ->
    [one] Você segue { $count } categoria. Toque para remover.
   *[other] Você segue { $count } categorias. Toque em uma para remover.
}
chat-subscriptions-empty = Você ainda não segue nada.

filter-button-all = 🧹 Todos os filtros
filter-usage =
    Escreva com “-” o que ocultar, ou com “+” a única coisa que quer ver. Antes de salvar qualquer coisa, você vê o que mudaria.

    <code>/filter -futebol</code> oculta notícias com esta palavra
    <code>/filter +"mudança climática"</code> mostra só notícias com esta expressão
    <code>/filter source:NOME</code> mostra só esta fonte, <code>-source:NOME</code> a oculta
    <code>/filter lang:en,zh</code> mostra só estes idiomas, <code>-lang:de</code> oculta um

    /filters lista o que você tem. /mute oculta uma fonte.
filter-no-sign = Devo ocultar “{ $name }” ou mostrar só isso? Escreva <code>-{ $part }</code> para ocultar, <code>+{ $part }</code> para mostrar só isso. Expressões vão entre aspas.
filter-no-end = As aspas não foram fechadas: { $part }
filter-no-word = Não há palavra em “{ $part }”.
filter-no-language = Não conheço o idioma em “{ $part }”. Escreva o código: <code>lang:en</code>, <code>lang:zh,ja</code>.
filter-too-long = É longo demais para um filtro: “{ $part }”. Cabem até 60 caracteres.
filter-too-many-typed = É muita coisa de uma vez. Envie até 20 filtros por mensagem.
filter-too-many = Você pode ter até { $count } filtros. Remova um antes: /filters
filter-contradiction = Não dá para ocultar “{ $part }” e mostrar só isso. Remova um dos dois antes: /filters
filter-have-already = Você já tem este filtro.
filter-preview = { $count ->
    [one] <b>Seu novo filtro</b>
   *[other] <b>Seus novos filtros</b>
}
filter-preview-effect = Nos últimos sete dias isso ocultaria { $hidden } de { $stories ->
    [one] { $stories } notícia
   *[other] { $stories } notícias
} do que você segue.
filter-preview-more = … e mais { $count }
filter-preview-nothing = No que você segue não houve nenhuma notícia nos últimos sete dias para testar.
filter-saved = { $count ->
    [one] Salvo. Este filtro vale a partir de agora:
   *[other] Salvo. Estes filtros valem a partir de agora:
}
filter-cancelled = Nada foi salvo.
filter-removed = Removido: { $rule }
filter-gone = Isso já foi removido.
filters-list = { $count ->
    [one] Você tem { $count } filtro ou silenciado. Toque para remover.
   *[other] Você tem { $count } filtros e silenciados. Toque em um para remover.
}
filters-empty = Você não tem filtros. <code>/filter -palavra</code> oculta notícias, <code>/filter +palavra</code> mostra só algumas, /mute oculta uma fonte.
mute-usage = Qual fonte devo ocultar? Escreva o nome: <code>/mute NOME</code>
mute-which = Qual fonte devo ocultar? Estas são as do seu último boletim. Para outra, escreva o nome: <code>/mute NOME</code>
mute-near = Não conheço nenhuma fonte “{ $name }”. Você quis dizer uma destas?
mute-unknown = Não conheço nenhuma fonte “{ $name }”.
mute-done = 🔇 Você não verá mais nada de { $name }. Notícias que outras fontes também contam continuam vindo delas.
mute-already = 🔇 { $name } já está oculta.
mute-too-many = Você pode ocultar até { $count } fontes. Remova uma antes: /filters
mute-story-ended = Você voltará a receber as novidades desta notícia.

chat-next-at = Próximo boletim: { $when }.
chat-next-instant = As notícias chegam assim que aparecem.
chat-next-off = Os boletins estão desativados. /schedule os ativa.
chat-when-today = hoje às { $time }
chat-when-tomorrow = amanhã às { $time }
chat-when-day = { $day }, { $time }
chat-when-zone = { $when } ({ $zone })

chat-today-gathering = 🔎 Olhando as notícias de hoje…
chat-today-empty = Nada de novo hoje, por enquanto.
chat-today-empty-category = Nada de novo em { $name } hoje.
chat-today-last-24-hours = Pouco aconteceu desde a meia-noite, então aqui estão as últimas 24 horas.
chat-today-which = Qual categoria você quer dizer com “{ $name }”?
chat-today-unknown = Não há categoria “{ $name }”. /categories mostra todas.
chat-digest-coming = 🗞 Procurando o que há de novo desde seu último boletim…
chat-too-many-commands = Foi muita coisa de uma vez. Me dê um minuto.
chat-digest-waiting = Um boletim para este chat ainda está esperando: o Telegram não me deixa enviar mais nada aqui por enquanto. Ele chega assim que puder.
chat-digest-empty = Nada de novo desde seu último boletim. /today mostra as manchetes de hoje.
chat-digest-filters = Você tem filtros: talvez eles ocultem algo.
chat-digest-follow-first = Você ainda não segue nada. Escolha uma categoria primeiro.
chat-digest-too-often = Você acabou de receber vários boletins. Espere alguns minutos.

chat-schedule-now = Boletins: { $schedule }.
chat-schedule-zone = Fuso horário: { $zone }. Mude com /timezone.
chat-schedule-how = Escolha abaixo ou escreva o seu: <code>/schedule 08:00 18:30</code>
chat-schedule-unknown = Não entendo “{ $text }”. Tente <code>/schedule 08:00</code>, <code>/schedule dias úteis 07:30</code>, <code>de hora em hora</code>, <code>na hora</code> ou <code>nunca</code>.
chat-schedule-when = A que horas? Escreva no final: <code>/schedule { $text } 08:00</code>
chat-schedule-same-times = Os boletins podem chegar só em alguns dias, mas nos mesmos horários em todos eles: <code>/schedule dias úteis 07:30</code>
chat-schedule-times = { $days } às { $times }
chat-schedule-hourly = de hora em hora
chat-schedule-instant = assim que houver notícias
chat-schedule-off = desativados
chat-days-all = todos os dias
chat-days-workdays = de segunda a sexta
chat-days-weekend = nos fins de semana
chat-days-some = { $days }
chat-schedule-button-weekdays = Dias úteis { $time }
chat-schedule-button-hourly = De hora em hora
chat-schedule-button-instant = ⚡ Na hora
chat-schedule-button-off = 🔕 Nunca

chat-timezone-now = Seu fuso horário é { $zone }, onde agora são { $time }.
chat-timezone-how = Para mudar, toque em um ou escreva o nome de qualquer cidade: <code>/timezone Recife</code>
chat-timezone-which = Qual deles você quer dizer com “{ $text }”?
chat-timezone-unknown = Não conheço “{ $text }”. Tente uma cidade maior por perto, um país ou uma diferença de horário: <code>/timezone UTC-3</code>. Ou toque em um:
chat-timezone-ask =
    <b>Que horas são onde você está?</b>
    Suponho que sejam { $time } ({ $zone }). Toque na sua hora ou escreva o nome da sua cidade: <code>/timezone Recife</code>
chat-location-ask =
    Toque no botão abaixo para enviar sua localização. Só consulto o fuso horário dela e não a guardo.
    Não vê o botão? Anexe sua localização com 📎 ou escreva o nome da sua cidade: <code>/timezone Recife</code>
chat-location-share = 📍 Enviar minha localização
chat-location-unknown = Não consigo saber o fuso horário desse lugar. Escreva o nome de uma cidade próxima: <code>/timezone Recife</code>

chat-language-name = Português
chat-language = Que idioma devo falar?
chat-language-set = Agora eu falo português.
chat-language-unknown = Ainda não falo “{ $text }”. Falo estes idiomas:

chat-look-compact = Compacta
chat-look-pictures = Imagens grandes
chat-look-headlines = Só manchetes
chat-look-simple = Aparência simples
chat-look =
    <b>Qual deve ser a aparência dos boletins?</b> Da esquerda para a direita:
    <b>Compacta</b> – a primeira notícia com a imagem; toque em qualquer outra para abrir.
    <b>Imagens grandes</b> – cada notícia abaixo da sua imagem.
    <b>Só manchetes</b> – títulos em que você pode tocar.
    <b>Aparência simples</b> – mensagens comuns, para aplicativos que não mostram as outras.
chat-simple-look-set = A partir de agora seus boletins chegam com a aparência simples.
chat-layout-edition = Capa e depois categorias
chat-layout-categories = Uma mensagem por categoria
chat-layout-together = Tudo em uma mensagem
chat-layout =
    <b>Como deve chegar um boletim de várias categorias?</b>
    <b>Capa e depois categorias</b> – todas as manchetes em uma mensagem; depois, sem som, uma para cada categoria.
    <b>Uma mensagem por categoria</b> – sem capa.
    <b>Tudo em uma mensagem</b> – com uma seção para cada categoria.

chat-settings = <b>Configurações</b>
chat-settings-ui = Idioma da interface: { $language }.
chat-settings-summaries = Resumos: em { $language }.
chat-settings-summaries-original = Resumos: no idioma de cada artigo.
chat-settings-look = Aparência dos boletins: { $look }.
chat-settings-layout = Várias categorias: { $layout }.
chat-settings-pictures = Imagens: { $state ->
    [on] visíveis
   *[off] ocultas
}.
chat-summary-language-original = O idioma do próprio artigo
chat-summary-language = Em que idioma você quer os resumos?
chat-summary-language-cannot = Este bot ainda não sabe traduzir. Os resumos são frases dos artigos, por isso ficam no idioma original.
chat-reading =
    <b>Idiomas que leio</b>
    Toque em cada idioma que você lê. Abaixo você escolhe o que acontece com notícias em outros idiomas.
chat-reading-any = Qualquer idioma
chat-reads = Idiomas: { $languages }.
chat-reads-any = Idiomas: qualquer um.
chat-others-last = Notícias em outros idiomas vêm por último.
chat-others-left-out = Notícias em outros idiomas ficam de fora.
chat-others-translated = Notícias em outros idiomas são traduzidas.
chat-others-cannot = Este bot ainda não sabe traduzir, então elas vêm por último.
chat-others-button-last = Por último
chat-others-button-left-out = Sem outros
chat-others-button-translated = Traduzir

chat-link-usage = Mande um link: <code>/summary https://…</code>, ou responda /summary a uma mensagem que tenha um.
chat-link-reading = ⏳ Lendo { $host }…
chat-link-working = Um momento…
chat-link-writing = ✍️ escrevendo um resumo melhor…
chat-link-one-at-a-time = Ainda estou ocupado com seu último link. Um momento, por favor.
chat-link-too-many = Foram muitos links. Espere alguns minutos.
chat-link-queue-full = Muita gente está enviando links agora. Tente de novo em um minuto.
chat-link-failed = Não consegui ler esta página. Talvez ela exija login ou não seja um artigo.
chat-link-too-slow = Esta página demorou demais. Tente mais tarde.
chat-link-stopped = Parei. Se ainda quiser, mande o link de novo.
chat-link-nothing-to-summarize = Há pouco texto aqui para um resumo.
chat-link-no-longer = É tudo o que há. 📖 Ler aqui mostra o artigo inteiro.
chat-link-reading-time = { $minutes ->
    [one] { $minutes } minuto de leitura
   *[other] { $minutes } minutos de leitura
}

## Stories
story-tellings = { $count ->
    [one] { $count } matéria
   *[other] { $count } matérias
}
story-sources = { $count ->
    [one] de { $count } fonte
   *[other] de { $count } fontes
}
story-how-told = Como foi contada
story-first = primeira matéria
story-comes-back = volta com novidades
story-new = Novidades:
story-more-tellings = { $count ->
    [one] mais { $count } matéria
   *[other] mais { $count } matérias
}
story-unlisted = { $count ->
    [one] { $count } matéria não está na lista.
   *[other] { $count } matérias não estão na lista.
}
story-why = Por que são uma só notícia
story-why-alike = { $source } tem palavras em comum com { $other }: { $words }
story-why-copy = { $source } tem o mesmo texto que { $other }
story-why-repeated = { $source } repete a própria matéria
story-why-page = { $source } trouxe a mesma página que { $other }
story-another = uma matéria anterior
story-all-said = É tudo o que o artigo diz.
story-also-told = também contam:
story-button-part = ✂️ Separar: { $source }
story-button-part-sure = ✂️ Separar de vez
story-button-keep = Cancelar
story-part-ask = “{ $title }” vira uma notícia à parte. Isso não pode ser desfeito.
story-parted = Pronto: agora é uma notícia à parte.
story-part-owner = Só o dono deste bot pode separar uma matéria de uma notícia.

## Loading
fetch-problem-refused-address = Não posso ler esse endereço.
fetch-problem-refused-address-remedy = Use um endereço público. Se o servidor é seu, indique-o em FETCH_TRUSTED_HOSTS.
fetch-problem-bad-url = Esse não é um endereço da web que eu consiga ler.
fetch-problem-bad-url-remedy = Informe o endereço inteiro, começando com https://.
fetch-problem-dns = Não existe site com esse nome.
fetch-problem-dns-remedy = Confira a grafia do endereço e a conexão desta máquina com a internet.
fetch-problem-tls = O certificado do site não é válido.
fetch-problem-tls-remedy = Abra o endereço em um navegador. Se ele também avisar, só o site pode resolver. Um servidor seu precisa de um certificado em que esta máquina confie: indique-o em SSL_CERT_FILE.
fetch-problem-connect = Não foi possível acessar o site.
fetch-problem-connect-remedy = Isso costuma passar sozinho: tente mais tarde.
fetch-problem-connect-remedy-source = O Tidings tenta de novo sozinho.
fetch-problem-proxy = O proxy não deixa o Tidings passar.
fetch-problem-proxy-remedy = Confira FETCH_PROXY: endereço, porta, usuário e senha.
fetch-problem-timeout = O site demorou demais para responder.
fetch-problem-timeout-remedy = Isso costuma passar sozinho: tente mais tarde.
fetch-problem-timeout-remedy-source = O Tidings tenta de novo sozinho.
fetch-problem-too-large = A página é grande demais.
fetch-problem-too-large-remedy = Só o site pode resolver isso.
fetch-problem-too-large-remedy-feed = Procure um feed mais curto do mesmo site.
fetch-problem-wrong-type = Nesse endereço não há página nem feed, mas um arquivo de outro tipo.
fetch-problem-wrong-type-remedy = Informe o endereço do próprio feed ou da página, não o de uma imagem, um vídeo ou um documento.
fetch-problem-bad-encoding = O site comprime a resposta de um jeito que não consigo ler.
fetch-problem-bad-encoding-remedy = Só o site pode resolver isso.
fetch-problem-bad-answer = A resposta do site não segue as regras do HTTP, por isso não consigo ler.
fetch-problem-bad-answer-remedy = Só o site pode resolver isso.
fetch-problem-redirects = O endereço redireciona vezes demais ou para um endereço inseguro.
fetch-problem-redirects-remedy = Abra-o em um navegador e use o endereço que ele mostrar no final.
fetch-problem-status = O site não me deu a página.
fetch-problem-status-remedy = Abra o endereço em um navegador; talvez a página tenha mudado ou exija login.
fetch-problem-not-found = Não há nada nesse endereço.
fetch-problem-not-found-remedy = Confira a grafia.
fetch-problem-not-found-remedy-feed = Ou informe o endereço do próprio site: `tidings sources add` procura o feed ali.
fetch-problem-forbidden = O site não deixa o Tidings lê-lo.
fetch-problem-forbidden-remedy = Ele exige login ou não permite bots.
fetch-problem-forbidden-remedy-feed = Procure outro feed do mesmo site ou leia-o por um RSSHub seu (FETCH_TRUSTED_HOSTS).
fetch-problem-forbidden-remedy-source = Se você tem uma conta lá, informe-a em sources.toml: username com password, ou headers.
fetch-problem-robot-check = A proteção do site contra bots barra o Tidings e pede um navegador.
fetch-problem-robot-check-remedy = O Tidings não contorna essa proteção.
fetch-problem-robot-check-remedy-feed = Peça ao site que deixe passar leitores de feeds, procure outro feed dele ou leia-o por um RSSHub seu (FETCH_TRUSTED_HOSTS).
fetch-problem-server-error = O site está com um problema.
fetch-problem-server-error-remedy = Isso costuma passar sozinho: tente mais tarde.
fetch-problem-server-error-remedy-source = O Tidings tenta de novo sozinho.
fetch-problem-gone = A página saiu do ar de vez.
fetch-problem-gone-remedy = Procure o novo endereço dela.
fetch-problem-gone-remedy-source = A fonte está desativada; `tidings fetch --source NOME` tenta mais uma vez, `tidings sources remove NOME` a remove.
fetch-problem-rate-limited = O site pede que o Tidings espere antes da próxima solicitação.
fetch-problem-rate-limited-remedy = Tente mais tarde.
fetch-problem-rate-limited-remedy-source = O Tidings espera o tempo que o site pede. Um FETCH_INTERVAL maior ajuda.
feed-problem-empty = A resposta do site estava vazia.
feed-problem-empty-remedy = Isso costuma passar sozinho: tente mais tarde.
feed-problem-empty-remedy-source = O Tidings tenta de novo sozinho.
feed-problem-web-page = Nesse endereço há uma página da web, não um feed.
feed-problem-web-page-remedy = `tidings sources add ENDEREÇO` procura os feeds dessa página.
feed-problem-robot-check = O site mostra uma verificação contra bots no lugar do feed.
feed-problem-robot-check-remedy = O Tidings não contorna essas verificações. Peça ao site que deixe passar leitores de feeds, procure outro feed dele ou leia-o por um RSSHub seu (FETCH_TRUSTED_HOSTS).
feed-problem-list = Isso é uma lista de feeds, não um feed.
feed-problem-list-remedy = Salve-a em um arquivo; `tidings sources import ARQUIVO` pega todos os feeds dela.
feed-problem-broken = O feed está corrompido e não tem conserto.
feed-problem-broken-remedy = Só o site pode resolver isso. Talvez ele tenha outro feed.
feed-problem-other = Não há feed nesse endereço.
feed-problem-other-remedy = Informe o endereço do próprio feed; `tidings sources add` o procura na página de um site.
feed-problem-no-channel = Esse canal do Telegram não tem página pública.
feed-problem-no-channel-remedy = Só podem ser lidos canais públicos cujas publicações um navegador mostra em t.me/s/NOME; canais privados, grupos e pessoas não têm essa página. Confira o nome ou peça um feed ao dono do canal.
load-no-feed-found = Não encontrei nenhum feed ali.
load-no-feed-found-remedy = Procure no site um link chamado RSS ou Atom e informe o endereço dele.
load-page-unreadable = Não encontrei nenhum artigo nessa página. Talvez ela exija login.
page-problem-paywall = Este artigo é para assinantes; só vejo o que o site mostra a todos.
page-problem-consent = O site pede que se aceitem cookies antes de mostrar esta página, e isso eu não posso fazer.
page-problem-login = O site exige login antes de mostrar esta página.
page-problem-robots = O site verifica se há uma pessoa com um navegador antes de mostrar esta página.
page-problem-teaser = A página mostra só algumas linhas de texto.
page-problem-no-article = Isto não é um artigo. O texto é a descrição da própria página.
page-problem-document = Isto é um documento, como um PDF. Só consigo resumir páginas da web.
page-problem-picture = Isto é uma imagem. Só consigo resumir páginas da web.
page-problem-sound = Isto é um áudio. Só consigo resumir páginas da web.
page-problem-film = Isto é um vídeo. Só consigo resumir páginas da web.
page-problem-feed = Isto é um feed de notícias, não um artigo. Mande o link de um dos artigos dele.
page-problem-file = Isto é um arquivo para baixar. Só consigo resumir páginas da web.
load-folder-unreadable = Não foi possível ler a pasta.
load-folder-unreadable-remedy = Confira o caminho em sources.toml e se o Tidings pode ler a pasta.
load-switched-off = A fonte está desativada em sources.toml.
load-switched-off-remedy = Tire `enabled = false` de lá para voltar a lê-la.
load-not-stored = Não foi possível guardar os artigos novos.
load-not-stored-remedy = Confira se há espaço no disco e se nenhum outro programa ocupa o banco de dados.
load-broke = Um erro do Tidings interrompeu a leitura.
load-broke-remedy = O log tem os detalhes. Por favor, avise-nos.
source-exists = Você já tem essa fonte.

## Figures
stats-articles = Artigos: { $count }, destes { $lately } nas últimas 24 horas.
stats-sources = Fontes: { $count }, destas { $failing } com problemas e { $off } desativadas.
stats-chats = Chats: { $count }, com { $subscriptions } inscrições.
stats-messages = Mensagens: { $waiting } na fila, { $sent } enviadas, { $dead } abandonadas.
stats-unknown = Mensagens que podem ter chegado ou não: { $count }. Os boletins entre elas são enviados mais uma vez.
stats-engine = Motor de resumos: { $engine }.
stats-engine-ready = pronto
stats-engine-downloading = baixando
stats-engine-loading = carregando
stats-engine-failed = não funciona
stats-engine-verified = { $engine }, revisado por { $verifier }
stats-summaries = Resumos de { $engine }: { $count }.
stats-summaries-waiting = Resumos na fila: { $count }.
stats-rejected = Frases recusadas pelas verificações: { $count } ({ $reasons }).
stats-reason = { $reason ->
    [number] números errados: { $count }
    [date] datas erradas: { $count }
    [name] nomes que não estão no artigo: { $count }
    [quote] citações alteradas: { $count }
    [claim] afirmações que não estão no artigo: { $count }
    [link] links: { $count }
    [mention] hashtags ou menções: { $count }
    [command] comandos de bot: { $count }
    [contact] dados de contato: { $count }
    [order] apelos ao leitor: { $count }
    [abuse] insultos: { $count }
    [language] outro idioma: { $count }
    [loop] repetições: { $count }
    [shape] frases incompletas: { $count }
    [remark] comentários do modelo: { $count }
    [subject] fora do assunto: { $count }
    [title] só repete o título: { $count }
    [too_long] longas demais: { $count }
    [worse_than_extract] não melhores que um trecho: { $count }
    [second_reader] duvidosas para o segundo leitor: { $count }
    [empty] não sobrou nada: { $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = Receber uma notícia na hora
chat-command-alerts = Seus alertas
chat-command-quiet = Horas sem notícias

alert-usage =
    O que devo contar na hora, sejam quais forem seus horários? Olho tudo o que leio, não só o que você segue.

    <code>/alert terremoto</code> – notícias com esta palavra
    <code>/alert "mudança climática" enchente</code> – com esta expressão ou esta palavra
    <code>/alert trem -greve lang:pt</code> – sem uma palavra, em um idioma
    <code>/alert source:NOME</code> – tudo o que esta fonte conta

    O que você oculta ou silencia continua oculto, a não ser que o alerta diga o nome. Depois de { $count } mensagens em uma hora, o resto chega junto. /alerts lista o que você tem.
alert-no-word = Que palavra devo esperar? Um alerta precisa de uma, ou de uma fonte: <code>/alert terremoto</code>
alert-contradiction = Não dá para esperar “{ $part }” e deixar de fora ao mesmo tempo.
alert-have-already = Você já tem este alerta.
alert-too-many = Você pode ter até { $count } alertas, incluindo as notícias que segue. Remova um antes: /alerts
alert-button-all = 🔔 Todos os alertas
alert-preview = <b>Seu novo alerta</b>
alert-preview-any = Basta uma destas palavras.
alert-preview-effect = { $count ->
    [0] Nos últimos sete dias não teria chegado nenhuma notícia.
    [one] Nos últimos sete dias teria chegado { $count } notícia:
   *[other] Nos últimos sete dias teriam chegado { $count } notícias:
}
alert-saved = Salvo. A partir de agora, uma notícia assim chega na hora: { $alert }
alert-cancelled = Nada foi salvo.
alert-removed = Removido: { $alert }
alert-gone = Esse alerta já foi removido.
alert-back = Você volta a receber: { $alert }
alert-stopped = Parado: { $alert }
alert-button-stop = 🔕 Parar: { $alert }
alert-button-again = 🔔 Receber de novo: { $alert }
alert-heading = 🔔 Alerta: { $alert }
alert-heading-story = 📌 Uma notícia que você segue
alerts-list = { $count ->
    [one] Você tem { $count } alerta. Toque para remover.
   *[other] Você tem { $count } alertas. Toque em um para remover.
} 📌 é uma notícia que você segue.
alerts-empty = Você não tem alertas. <code>/alert palavra</code> envia na hora as notícias com uma palavra.

quiet-now = Silêncio das { $start } às { $end } ({ $zone }): as notícias esperam e chegam depois em um só boletim.
quiet-now-alerts = Silêncio das { $start } às { $end } ({ $zone }): as notícias esperam e chegam depois em um só boletim. Os alertas chegam mesmo assim.
quiet-none = Sem horas de silêncio: as notícias chegam na hora prevista.
quiet-how = Escolha suas horas ou escreva: <code>/quiet 22:00-07:00</code>, <code>/quiet 22:00-07:00 exceto alertas</code>, <code>/quiet desativar</code>
quiet-unknown = Não entendo “{ $text }”. Escreva de que hora até que hora: <code>/quiet 22:00-07:00</code>
quiet-button = 🌙 Horas de silêncio
quiet-button-alerts = 🔔 Alertas chegam mesmo assim
quiet-button-off = Sem horas de silêncio
quiet-setting = Horas de silêncio: { $start }–{ $end } ({ $zone }).
quiet-setting-alerts = Horas de silêncio: { $start }–{ $end } ({ $zone }), exceto alertas.
quiet-setting-none = Horas de silêncio: nenhuma.

story-button-follow = 📌 Seguir
story-button-unfollow = ✅ Seguindo
story-button-mute = 🔕 Silenciar esta notícia
story-button-unmute = ✅ Silenciada: voltar a contar
story-button-mute-source = 🔇 Silenciar { $source }
story-button-unmute-source = ✅ Silenciada: mostrar { $source }
story-follow-done = Vou contar na hora o que houver de novo. Está em /alerts.
story-follow-ended = Você não segue mais esta notícia.
story-source-muted = Você não verá mais nada de { $source }.
story-source-unmuted = Você voltará a ver { $source }.
digest-button-follow = Seguir
digest-button-hide-word = 🙈 Ocultar uma palavra…
digest-hide-word = Notícias com que palavra devo ocultar? Antes de salvar, você vê o que mudaria.
digest-hide-word-none = Não encontro aqui uma palavra para oferecer. Escreva você: <code>/filter -palavra</code>

### Search, inline mode and /why
chat-command-search = Buscar nas notícias
chat-command-why = Por que estas notícias?
search-usage =
    O que devo buscar? Todas as palavras precisam estar na notícia, inteiras.

    <code>/search porto ponte</code> encontra as duas palavras
    <code>/search "mudança climática"</code> encontra a expressão
    <code>/search ponte -futebol</code> deixa de fora notícias com a segunda palavra
    <code>/search ponte source:NOME lang:en,zh</code> busca só nesta fonte e nestes idiomas

    Em qualquer chat: escreva meu nome e as palavras e escolha um cartão.
search-too-long = É longo demais para buscar. Até { $count } caracteres, e 60 por palavra ou expressão: <code>/search porto ponte</code>
search-contradiction = Uma notícia não pode ter “{ $part }” e não ter ao mesmo tempo. Tire um dos dois.
search-only-hidden = Isso só diz o que deixar de fora. Diga também o que buscar: <code>/search ponte -futebol</code>
search-one-letter = “{ $part }” sozinho está em quase toda notícia. Escreva uma palavra inteira: <code>/search ponte</code>
search-sign = Eu busco palavras, não sinais como “{ $part }”. Escreva uma palavra: <code>/search ponte</code>
search-count = { $count ->
    [one] { $count } notícia
   *[other] { $count } notícias
}
search-newest = as { $count } mais recentes
search-filtered = com seus filtros
search-button-filtered = 🧹 Com meus filtros
search-button-all = Sem meus filtros
search-nothing = Nada encontrado para { $query }.
search-unknown = Em nenhuma notícia: { $words }
search-try = Tente menos palavras, ou outras: cada uma precisa estar na notícia, inteira (“pontes” não é o mesmo que “ponte”). Expressões vão entre aspas, e <code>-palavra</code> deixa notícias de fora.
search-all-hidden = Seus filtros ocultam tudo o que foi encontrado para { $query }.
search-inline-more = Nada encontrado. Outras palavras?
search-inline-whole = Escreva uma palavra inteira
why-languages-first = Seus idiomas vêm primeiro.
why-kept = graças a { $rules }
why-left-out = { $count ->
    [one] <b>Ficou de fora:</b> { $count } notícia
   *[other] <b>Ficaram de fora:</b> { $count } notícias
}
why-left-rule = por { $rule }
why-left = • { $reason }: { $stories }
why-left-muted = 🔕 notícias silenciadas
why-left-told = já contadas
why-left-language = em idiomas que você deixou de fora
why-left-room = por falta de espaço
why-left-then = você não seguia na época, ou estava oculto
why-get = <i>/filters remove filtros e silenciados, em /settings estão seus idiomas. Com /today e /search você vê o que há.</i>
why-nothing-left-out = Nada ficou de fora.
why-alert = Um dos seus alertas trouxe isto: as palavras dele estão acima da notícia. Em /alerts você vê e remove.
why-no-digest = Você ainda não recebeu nenhum boletim. /digest envia um agora.

### Channels, groups and topics
place-heading = Para <b>{ $chat }</b>:
place-greeting = Aqui só os administradores decidem o que eu envio. Os outros podem me pedir /today quando quiserem.
place-button-places = 📣 Canais e grupos
place-button-add-channel = ➕ Adicionar a um canal
place-button-add-group = ➕ Adicionar a um grupo
place-button-choose-channel = 📣 Escolher um canal
place-button-choose-group = 👥 Escolher um grupo
place-list = { $count ->
    [one] Você cuida de { $count } canal ou grupo. Toque para ver as configurações.
   *[other] Você cuida de { $count } canais e grupos. Toque em um para ver as configurações.
}
place-list-empty = Daqui você pode cuidar de canais e grupos em que é administrador.
place-how = Todo comando de configuração também aceita o nome antes: <code>/subscribe @canal Mundo</code>
place-ask-channel =
    Toque no botão abaixo e escolha o canal. Só preciso da permissão de publicar mensagens.
    Não vê o botão? Use este link: { $link }
place-ask-group =
    Toque no botão abaixo e escolha o grupo.
    Não vê o botão? Use este link: { $link }
place-chosen = Escolhido: <b>{ $chat }</b>
place-this-chat = este chat
place-private-only = Outros canais e grupos se administram na conversa privada comigo. Aqui, não escreva o nome.
place-digest-sent = O boletim está a caminho.
place-language-set = A partir de agora, lá eu falo { $language }.
place-unknown = Não conheço { $chat }. Confira o nome e me adicione lá primeiro.
place-no-answer = O Telegram não me respondeu sobre { $chat }. Tente de novo em um minuto.
place-goodbye = Até logo! Não envio mais nada para { $chat }. As configurações ficam guardadas por 90 dias, caso você me adicione de novo; depois tudo é apagado. Para apagar já, adicione-me mais uma vez e envie /forget lá.
place-not-there = Ainda não estou em { $chat }. Me adicione primeiro.
place-not-administrator = Você não é administrador lá e não pode mudar as configurações: { $chat }.
place-lacks-post-messages = Não posso publicar em { $chat }. No Telegram, abra o canal → Editar → Administradores → meu nome e ative “Postar mensagens”. Depois tente de novo.
place-lacks-send-messages = Não posso escrever em { $chat }. No Telegram, abra o grupo → Editar → Permissões e permita “Enviar mensagens”, ou me torne administrador. Depois tente de novo.
topics-button-make = 🗂 Um tópico por categoria
topics-button-undo = ↩️ Remover os tópicos do bot
topics-line = Com tópico próprio: { $names }.
topics-making = Criando os tópicos…
topics-progress = Criando os tópicos: { $done } de { $count }…
topics-made = Estas categorias agora têm um tópico próprio, onde chegam suas notícias: { $names }.
topics-all-there = Cada categoria já tem seu tópico.
topics-follow-first = Aqui vocês ainda não seguem nada. Escolha categorias primeiro: /categories
topics-none = Não há tópicos criados por mim.
topics-undone = Pronto: as notícias voltam a chegar onde chegavam antes. Tópicos sem notícias foram removidos; os outros ficam para leitura.
topics-no-forum = Este chat não tem tópicos. Um grupo os ativa no Telegram: abra-o → Editar → Tópicos.
topics-lacks-manage-topics = Não posso criar tópicos aqui. No Telegram, abra o grupo → Editar → Administradores → meu nome (ou me adicione) e ative “Gerenciar tópicos”. Depois toque de novo.
topics-failed = O Telegram não cria mais tópicos por enquanto. Toque de novo em alguns minutos: o que já existe fica.
topics-lost = Não consigo mais escrever no tópico “{ $topic }”, então as notícias dele pararam. Se ele foi apagado, um administrador pode enviar /settings e tocar em “Um tópico por categoria”, e eu o crio de novo.

### The owner, and a chat's own data
chat-command-export = O que você escolheu, em arquivos
chat-command-forget = Apagar tudo o que guardo de você
owner-command-sources = As fontes e como estão
owner-command-addsource = Adicionar uma fonte
owner-command-removesource = Remover uma fonte
owner-command-stats = Números do bot
owner-command-announce = Escrever a todos os chats
owner-button-remove = Remover
sources-list = { $count ->
    [one] <b>{ $count } fonte</b>
   *[other] <b>{ $count } fontes</b>
} · { $failing } com falhas · { $off } desativadas
sources-empty =
    Ainda não há fontes. Adicione uma:
    <code>/addsource https://www.bbc.com/portuguese Mundo</code>
sources-read-ago = última leitura bem-sucedida há { $time }
sources-never-read = ainda não lida
sources-never-worked = nunca funcionou
sources-failures = { $count ->
    [one] { $count } falha
   *[other] { $count } falhas seguidas
}
sources-overdue = atrasada em { $time }
sources-per-day = { $number } artigos por dia
sources-button-read = 🔄 Ler agora
sources-reading = Lendo agora…
sources-gone = Essa fonte não está mais aqui.
sources-remove-usage =
    Qual fonte? Envie o nome:
    <code>/removesource BBC Brasil</code>
    Todas estão em /sources.
sources-remove-ask = Remover <b>{ $name }</b>? Deixo de lê-la. Os artigos dela ficam até envelhecerem.
sources-removed =
    <b>{ $name }</b> foi removida. Para tê-la de volta:
    <code>/addsource { $address }</code>
sources-kept = <b>{ $name }</b> fica.
sources-near = Não tenho nenhuma fonte chamada “{ $name }”. Você quis dizer uma destas?
sources-unknown = Não tenho nenhuma fonte chamada “{ $name }”. Todas estão em /sources.
adding-usage =
    Me dê um endereço: de um feed, de um site ou de um canal público do Telegram. Uma categoria pode vir depois.
    <code>/addsource https://www.bbc.com/portuguese Mundo</code>
    <code>/addsource @durov Telegram</code>
adding-looking = Procurando feeds em { $host }…
adding-failed = Algo deu errado e nada foi adicionado. O log tem os detalhes.
adding-cancelled = Nada foi adicionado.
adding-which-feed = { $host } tem { $count } feeds. Qual deles?
adding-which-category = Em qual categoria? Para uma nova, envie <code>/addsource ENDEREÇO CATEGORIA</code>.
adding-category = Categoria: { $name }
articles-count = { $count ->
    [one] { $count } artigo
   *[other] { $count } artigos
}
adding-newest = o mais recente, de { $day }
adding-problem = { $problem }: { $detail }.
adding-technical = { $problem } ({ $detail }).
adding-added = { $count ->
    [one] <b>{ $name }</b> foi adicionada, com { $count } artigo por enquanto.
   *[other] <b>{ $name }</b> foi adicionada, com { $count } artigos por enquanto.
}
adding-in-category = Categoria: { $name }.
adding-button-own-categories = As categorias do feed
adding-button-offer = ➕ Adicionar como fonte
adding-offer-channel = Este canal pode ser uma fonte: { $address }
announce-usage =
    O que devo dizer a todos os chats? Links e formatação ficam como você escrever.
    <code>/announce Hoje à noite mudo de servidor. Os boletins podem atrasar.</code>
announce-preview = { $count ->
    [one] Vai ficar assim. Segue para <b>{ $count } chat</b>.
   *[other] Vai ficar assim. Segue para <b>{ $count } chats</b>.
}
announce-button-send = Enviar
announce-started = A caminho
announce-cancelled = Nada foi enviado.
announce-over = Isso já foi enviado ou cancelado.
announce-sending = { $count ->
    [one] Enviando para { $count } chat…
   *[other] Enviando para { $count } chats…
}
announce-progress = Enviando: { $done } de { $count } prontos.
announce-done = { $failed ->
    [0] O anúncio foi enviado. Chats que o receberam: { $sent }.
   *[other] O anúncio foi enviado. Chats que o receberam: { $sent }; não alcançados: { $failed }.
}
stats-chart-digests = Boletins
stats-chart-articles = Artigos novos
stats-chart-failures = Mensagens não entregues
notice-source-dead = Há um dia não consigo ler { $name }: { $reason }. O estado e a solução estão em /sources.
notice-source-off = { $name } saiu do ar de vez e está desativada: { $reason }. O estado e a solução estão em /sources.
notice-sources-dead = Há um dia { $count } fontes não podem ser lidas: { $names }. A rede está bem? A lista está em /sources.
notice-disk-low = O disco está quase cheio: restam { $free } MB. Libere espaço ou indique em DATA_DIR um disco maior.
notice-engine-failed = O motor de resumos { $engine } não funciona ({ $reason }). Enquanto isso, os resumos são frases dos artigos.
notice-backup-failed = O backup de hoje falhou ({ $reason }). Confira se há espaço em DATA_DIR e se é possível gravar ali.
export-json = O que este chat escolheu: configurações, categorias, filtros. Programas podem ler.
export-opml = { $count ->
    [one] { $count } feed por trás das suas categorias. Qualquer leitor de feeds aceita este arquivo.
   *[other] Os { $count } feeds por trás das suas categorias. Qualquer leitor de feeds aceita este arquivo.
}
export-no-feeds = Não há arquivo de feeds: nenhum feed público está por trás do que se segue aqui.
export-failed = Não foi possível enviar os arquivos. Tente mais tarde.
forget-ask = Devo esquecer você? Suas categorias, filtros, configurações e histórico são apagados na hora e nenhum boletim chega mais. Com /export você leva uma cópia antes.
forget-ask-group = Devo esquecer este chat, com todos os tópicos? Categorias, filtros, configurações e histórico são apagados na hora e nenhum boletim chega mais. Com /export vocês levam uma cópia antes.
forget-button = Me esqueça
forget-kept = Tudo fica como está.
forget-done = Pronto: esqueci você. Dos backups do bot você some em até cinco semanas. Envie /start para recomeçar. Até logo!
forget-done-group = Pronto: esqueci este chat. Dos backups do bot ele some em até cinco semanas. Me remova daqui ou envie /start para recomeçar. Até logo!
help-own-data =
    <b>Seus dados</b>
    /export – o que você escolheu, em arquivos
    /forget – apagar tudo o que guardo de você
help-owner =
    <b>Para você, dono do bot</b>
    /sources – como está cada fonte
    /addsource <i>endereço</i> – ou @canal; ou só me mande um link
    /removesource <i>nome</i>
    /stats – números e um gráfico
    /announce <i>texto</i> – escrever a todos os chats

### Digests outside Telegram
publish-title = Meus boletins
publish-nothing-yet = Nada ainda: as notícias do seu próximo boletim aparecerão aqui.
publish-unavailable = O dono deste bot não ativou este recurso (<code>PUBLISH_URL</code>).
publish-off = Seus boletins também podem ser lidos fora do Telegram: como feed em um leitor de feeds e como página no navegador. Você recebe um endereço privado; quem o conhecer pode ler.
publish-on =
    <b>Seus boletins fora do Telegram</b>
    Feed: { $feed }
    Página: { $page }

    Quem conhece o endereço pode ler. Um endereço novo cancela o antigo.
publish-in-private = O endereço é secreto, então só mostro na nossa conversa privada.
publish-button-private = Abrir a conversa privada
publish-button-on = Criar um endereço privado
publish-button-new = Novo endereço
publish-button-off = Parar de publicar

### Recaps
recap-title = Sua semana
recap-stories = { $count ->
    [one] { $count } notícia
   *[other] { $count } notícias
}
recap-told = { $sources ->
    [one] { $sources } fonte
   *[other] { $sources } fontes
}, { $reports ->
    [one] { $reports } matéria
   *[other] { $reports } matérias
}
recap-began = Começou em { $day }:
recap-empty = Ainda não há o que recapitular: nenhuma notícia nos últimos sete dias.
recap-how = Não tenho retrospectiva de “{ $text }”, só a da semana: /recap week. Para recebê-la automaticamente, escreva por exemplo <code>/schedule domingos 18:00 retrospectiva</code>.
recap-line = Retrospectiva da semana: { $schedule }.
recap-set = Salvo ✓ Sua retrospectiva chega: { $schedule }. A próxima: { $when }.
recap-off = Salvo ✓ A retrospectiva não chega mais automaticamente. Com /recap você vê uma quando quiser.
recap-button-on = 📅 Todo domingo às 18:00
recap-button-off = 🔕 Não enviar retrospectivas

### Ranking that learns
taste-button-more = Mais disso
taste-button-less = Menos disso
taste-button-less-like = 👎 Menos como…
taste-button-more-like = 👍 Mais como…
taste-button-mute = 🔕 Silenciar esta notícia
taste-button-undo = ↩️ Desfazer
taste-button-clear = 🧹 Esquecer todos os 👍 e 👎
taste-which-less = De que tipo de notícia você quer ver menos? Escolha um exemplo.
taste-which-more = De que tipo de notícia você quer ver mais? Escolha um exemplo.
taste-toast-less = Anotado: menos assim ✓
taste-toast-more = Anotado: mais assim ✓
taste-learnt-less = 👎 Notícias como “{ $title }” agora ficam mais abaixo: { $things }. Nenhuma é ocultada. /filters mostra o que aprendi, e ali posso esquecer.
taste-learnt-more = 👍 Notícias como “{ $title }” agora ficam mais acima: { $things }. /filters mostra o que aprendi, e ali posso esquecer.
taste-why = <i>👍 e 👎 contam como fontes: −1 move uma notícia como se uma fonte a menos a contasse. /filters os esquece.</i>
taste-word = “{ $word }”
taste-taken-back = Desfeito ✓
taste-forgotten = Esquecido ✓
taste-list = { $count ->
    [one] Com seus 👍 e 👎 aprendi { $count } coisa. Ela sobe ou desce notícias e não oculta nenhuma. Toque nela para eu esquecer.
   *[other] Com seus 👍 e 👎 aprendi { $count } coisas. Elas sobem ou descem notícias e não ocultam nenhuma. Toque em uma para eu esquecer.
}
