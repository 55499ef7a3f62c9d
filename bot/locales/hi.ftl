# The texts of Tidings in Hindi, in sections by the part of the program that uses them.
#
# शब्दावली: digest = डाइजेस्ट · summary = सारांश · story = ख़बर · article = लेख · report = रिपोर्ट · headline = सुर्ख़ी (सुर्ख़ियाँ)
# category = श्रेणी · source = स्रोत · feed = फ़ीड · follow = फ़ॉलो करना · filter = फ़िल्टर · mute = म्यूट · hide = छिपाना
# alert = अलर्ट · schedule = समय · time zone = टाइम ज़ोन · thumbnail = थंबनेल · look = रूप · owner = मालिक. संबोधन: आप।

## Digests
digest-headlines = सुर्ख़ियाँ
digest-stories = { $count ->
    [one] { $count } ख़बर
   *[other] { $count } ख़बरें
}
digest-more-stories = { $count ->
    [one] { $count } और ख़बर
   *[other] { $count } और ख़बरें
}
digest-more-headlines = { $count ->
    [one] { $count } और सुर्ख़ी
   *[other] { $count } और सुर्ख़ियाँ
}
digest-unlisted = और { $count } अन्य
digest-minutes = पढ़ने में { $count } मिनट
digest-good-morning = सुप्रभात
digest-good-afternoon = नमस्ते
digest-good-evening = शुभ संध्या
digest-end = बस इतना ही।
digest-end-next = बस इतना ही। अगला डाइजेस्ट: { $when }
digest-also = यहाँ भी:
digest-whole-story = पूरी ख़बर
digest-continued-story = आपके पिछले डाइजेस्ट के बाद नया
digest-inside = Telegram में पढ़ें
digest-quoted = लेख से उद्धृत
digest-original-language = मूल भाषा ({ $language })
digest-not-translated = अनुवाद नहीं हुआ: { $languages }
digest-original = मूल लेख पढ़ें
digest-part = भाग { $part } / { $parts }
digest-read-on = आगे पढ़ें: भाग { $part } / { $parts }
digest-button-why = यही क्यों?
digest-button-less = ऐसा कम दिखाएँ
digest-button-settings = सेटिंग
digest-button-longer = विस्तार से
digest-button-shorter = संक्षेप में
digest-button-headlines = आज की सुर्ख़ियाँ
digest-why = <b>यही ख़बरें क्यों?</b> आप इनकी श्रेणियाँ फ़ॉलो करते हैं। जिस ख़बर को ज़्यादा स्रोत बता रहे हैं, वह पहले आती है, फिर सबसे ताज़ा ख़बरें।
digest-why-sources = { $others ->
    [0] { $source }
    [one] { $source } और { $others } अन्य स्रोत
   *[other] { $source } और { $others } अन्य स्रोत
}
digest-why-gone = इस डाइजेस्ट में क्या था, यह अब मेरे पास नहीं है।
digest-less = आप क्या कम देखना चाहते हैं? 🔕 एक ख़बर है: उसके बारे में आगे कुछ नहीं बताऊँगा। 🔇 एक स्रोत है: उसका कुछ नहीं दिखाऊँगा। ❌ एक श्रेणी है जिसे आप फ़ॉलो करते हैं।
digest-muted = अब इसके बारे में कुछ नहीं आएगा ✓
digest-muted-story = अब “{ $title }” के बारे में कुछ नहीं आएगा।
digest-longer-all = यहाँ बस इतना ही है। बाक़ी लिंक पर मिलेगा।
digest-nothing-above = ऊपर कुछ नहीं दिख रहा? कुछ ऐप ये डाइजेस्ट नहीं दिखाते। सादे रूप के लिए टैप करें।
digest-by = लेखक: { $authors }

## Chat
chat-description =
    आपकी ख़बरें, डाइजेस्ट के रूप में: अपने पसंदीदा विषय फ़ॉलो करें और मैं दिन की ख़बरें तस्वीरों और छोटे सारांश के साथ आपके चुने समय पर भेजूँगा। मुझे कोई भी लिंक भेजें, मैं उसका सारांश दूँगा।
chat-short-description = आपके चुने स्रोतों से ख़बरों के डाइजेस्ट, और किसी भी लिंक का सारांश।
chat-command-start = चुनें कि क्या फ़ॉलो करना है
chat-command-today = आज की सुर्ख़ियाँ
chat-command-digest = आपका डाइजेस्ट, अभी
chat-command-recap = हफ़्ते की बड़ी ख़बरें
chat-command-categories = सभी श्रेणियाँ
chat-command-subscribe = कोई श्रेणी फ़ॉलो करें
chat-command-unsubscribe = किसी श्रेणी को फ़ॉलो करना बंद करें
chat-command-subscriptions = आप क्या फ़ॉलो करते हैं
chat-command-summary = लिंक का सारांश
chat-command-filter = ख़बरें छिपाएँ, या केवल कुछ दिखाएँ
chat-command-filters = आपके फ़िल्टर और म्यूट
chat-command-mute = कोई स्रोत छिपाएँ
chat-command-schedule = डाइजेस्ट कब आएँ
chat-command-timezone = आपका टाइम ज़ोन
chat-command-language = मेरी भाषा बदलें
chat-command-settings = सभी सेटिंग
chat-command-help = मैं क्या कर सकता हूँ

chat-start-hello = नमस्ते { $name }! 👋 मैं आपके लिए ख़बरें पढ़ता हूँ और ज़रूरी बातें एक छोटे डाइजेस्ट में भेजता हूँ।
chat-start-hello-all = सबको नमस्ते! 👋 मैं आपके लिए ख़बरें पढ़ता हूँ और ज़रूरी बातें एक छोटे डाइजेस्ट में भेजता हूँ।
chat-start-pick = जो फ़ॉलो करना चाहते हैं, उस पर टैप करें:
chat-start-reads = इन भाषाओं की ख़बरें पहले आती हैं: { $languages }। क्या आप और भाषाएँ भी पढ़ते हैं? “🗣 मेरे पढ़ने की भाषाएँ” पर टैप करें।
chat-start-empty = अभी कोई ख़बर लोड नहीं हुई है। एक मिनट बाद /categories फिर आज़माएँ।
chat-help =
    <b>ख़बरें</b>
    /today – आज की सुर्ख़ियाँ, या /today <i>श्रेणी</i>
    /digest – आपका डाइजेस्ट, अभी
    /search <i>शब्द</i> – ख़बरें खोजें; किसी भी चैट में: मेरा नाम और शब्द
    /why – आपके पिछले डाइजेस्ट में यही ख़बरें क्यों थीं
    /recap – हफ़्ते की बड़ी ख़बरें
    /summary <i>लिंक</i> – किसी भी पेज का सारांश (या बस मुझे लिंक भेज दें)

    <b>आप क्या फ़ॉलो करते हैं</b>
    /categories – फ़ॉलो करने के लिए टैप करें
    /subscribe <i>नाम, नाम</i> या <i>all</i>, और /unsubscribe
    /subscriptions – आपकी सूची
    /filter <i>-शब्द</i> या <i>+शब्द</i> – ख़बरें छिपाएँ, या केवल कुछ दिखाएँ
    /mute <i>स्रोत</i> – कोई स्रोत छिपाएँ
    /filters – आपके फ़िल्टर और म्यूट
    /alert <i>शब्द</i> – उस शब्द वाली ख़बरें तुरंत आती हैं; सूची: /alerts

    <b>सेटिंग</b>
    /schedule – डाइजेस्ट कब आएँ
    /quiet <i>22:00-07:00</i> – बिना ख़बरों का समय
    /timezone – आपका टाइम ज़ोन
    /language – मेरे संदेशों की भाषा
    /settings – सभी सेटिंग, आपके सँभाले चैनल और ग्रुप भी

    <i>जहाँ डाइजेस्ट होना चाहिए वहाँ कुछ नहीं दिख रहा? /settings में सादा रूप चुनें।</i>
chat-hint = मुझे कोई लिंक भेजें, मैं उसका सारांश दूँगा। बाक़ी सब के लिए /help है।
chat-unknown-command = मैं यह कमांड नहीं जानता। मैं क्या कर सकता हूँ, यह /help में है।
chat-unknown-command-near = मैं { $text } नहीं जानता। क्या आपका मतलब यह था?
chat-plain-command = क्या आपका मतलब यह है?
chat-owner-refused = मैं अब { $chat } में नहीं लिख सकता ({ $reason })। उसके डाइजेस्ट रोक दिए गए हैं, और उनमें से कोई किसी दूसरी चैट में नहीं जाएगा।
chat-owner-taken-back = Telegram ने { $chat } के लिए एक संदेश स्वीकार नहीं किया ({ $reason })। उसकी ख़बरें अगले डाइजेस्ट में आएँगी। आज ऐसा और हुआ तो वह केवल लॉग और /stats में दिखेगा।
chat-owner-incident = Telegram के अनुसार बहुत-सी चैट एक साथ नहीं रहीं ({ $reason })। यह Telegram की गड़बड़ी लगती है, इसलिए मैं ये चैट रखता हूँ और फिर कोशिश करूँगा।
chat-error = माफ़ कीजिए, मेरी ओर से कुछ गड़बड़ हो गई। कृपया फिर कोशिश करें।
chat-admins-only = यहाँ सेटिंग केवल एडमिन बदल सकते हैं।
chat-saved = सेव हो गया ✓
chat-button-save = सेव करें
chat-button-cancel = रद्द करें
chat-button-unknown = यह बटन अब काम नहीं करता।
chat-message-too-old = यह संदेश इसके लिए बहुत पुराना है। कृपया कमांड फिर से भेजें।
chat-article-gone = यह लेख अब यहाँ नहीं है।

chat-button-digest-now = 🗞 डाइजेस्ट अभी
chat-button-schedule = ⏰ समय
chat-button-categories = 📚 श्रेणियाँ
chat-button-leave-all = ❌ सब फ़ॉलो करना बंद करें
chat-button-longer = ➕ विस्तार से
chat-button-shorter = ➖ संक्षेप में
chat-button-read-here = 📖 यहीं पढ़ें
chat-button-timezone = 🌍 टाइम ज़ोन
chat-button-location = 📍 मैं कहाँ हूँ
chat-button-language = 💬 इंटरफ़ेस की भाषा
chat-button-summary-language = 📝 सारांश की भाषा
chat-button-reading = 🗣 मेरे पढ़ने की भाषाएँ
chat-button-pictures-on = 🖼 तस्वीरें दिखाएँ
chat-button-pictures-off = 🖼 बिना तस्वीरों के
chat-button-look = 🎨 डाइजेस्ट का रूप
chat-button-layout = 🗂 एक संदेश या कई
chat-button-my-language = 🌐 मेरी भाषा में

chat-categories = जो फ़ॉलो करना चाहते हैं, उस पर टैप करें।
chat-categories-counts = संख्या बताती है कि आज कितने नए लेख हैं।
chat-category-gone = यह श्रेणी अब नहीं है।
chat-joined = अब आप { $name } फ़ॉलो करते हैं।
chat-already-following = आप { $name } पहले से फ़ॉलो करते हैं।
chat-join-covered = { $name } पहले से शामिल है: आप { $parent } फ़ॉलो करते हैं।
chat-join-too-many = आप अधिकतम { $count } श्रेणियाँ फ़ॉलो कर सकते हैं। पहले एक हटाएँ: /subscriptions
chat-join-ambiguous = “{ $name }” नाम की कई श्रेणियाँ हैं। कौन-सी?
chat-join-near = “{ $name }” नाम की कोई श्रेणी नहीं है। क्या आपका मतलब इनमें से किसी से था?
chat-join-unknown = “{ $name }” नाम की कोई श्रेणी नहीं है। सूची देखें:
chat-left = अब आप { $name } फ़ॉलो नहीं करते।
chat-not-following = आप { $name } फ़ॉलो नहीं करते।
chat-left-all = { $count ->
    [one] अब आप कुछ भी फ़ॉलो नहीं करते।
   *[other] सभी { $count } श्रेणियाँ हटा दी गईं। अब आप कुछ भी फ़ॉलो नहीं करते।
}
chat-leave-covered = { $name } श्रेणी { $parent } का हिस्सा है, जिसे आप फ़ॉलो करते हैं। इसे रोकने के लिए { $parent } को फ़ॉलो करना बंद करें।
chat-leave-unknown = आप “{ $name }” फ़ॉलो नहीं करते।
chat-subscriptions = { $count ->
    [one] आप { $count } श्रेणी फ़ॉलो करते हैं। हटाने के लिए टैप करें।
   *[other] आप { $count } श्रेणियाँ फ़ॉलो करते हैं। हटाने के लिए किसी पर टैप करें।
}
chat-subscriptions-empty = आप अभी कुछ भी फ़ॉलो नहीं करते।

filter-button-all = 🧹 सभी फ़िल्टर
filter-usage =
    “-” के साथ लिखें कि क्या छिपाना है, या “+” के साथ कि केवल क्या दिखाना है। कुछ भी सेव होने से पहले आप देख लेंगे कि उससे क्या बदलेगा।

    <code>/filter -क्रिकेट</code> इस शब्द वाली ख़बरें छिपाता है
    <code>/filter +"जलवायु परिवर्तन"</code> केवल इस वाक्यांश वाली ख़बरें दिखाता है
    <code>/filter source:NAME</code> केवल यह स्रोत दिखाता है, <code>-source:NAME</code> इसे छिपाता है
    <code>/filter lang:en,hi</code> केवल ये भाषाएँ दिखाता है, <code>-lang:de</code> एक को छिपाता है

    /filters में आपकी सूची है। /mute किसी स्रोत को छिपाता है।
filter-no-sign = “{ $name }” को छिपाऊँ या केवल वही दिखाऊँ? छिपाने के लिए <code>-{ $part }</code> लिखें, केवल वही दिखाने के लिए <code>+{ $part }</code>। वाक्यांश उद्धरण चिह्नों में लिखें।
filter-no-end = उद्धरण चिह्न बंद नहीं हुआ: { $part }
filter-no-word = “{ $part }” में कोई शब्द नहीं है।
filter-no-language = “{ $part }” की भाषा मैं नहीं जानता। उसका कोड लिखें: <code>lang:en</code>, <code>lang:zh,ja</code>।
filter-too-long = एक फ़िल्टर के लिए यह बहुत लंबा है: “{ $part }”। 60 अक्षर तक आ सकते हैं।
filter-too-many-typed = एक बार में यह बहुत ज़्यादा है। एक संदेश में 20 फ़िल्टर तक भेजें।
filter-too-many = आप { $count } फ़िल्टर तक रख सकते हैं। पहले एक हटाएँ: /filters
filter-contradiction = “{ $part }” को छिपाना और केवल वही दिखाना साथ नहीं हो सकता। पहले दोनों में से एक हटाएँ: /filters
filter-have-already = यह फ़िल्टर आपके पास पहले से है।
filter-preview = { $count ->
    [one] <b>आपका नया फ़िल्टर</b>
   *[other] <b>आपके नए फ़िल्टर</b>
}
filter-preview-effect = पिछले सात दिनों में आपके फ़ॉलो किए विषयों की { $stories ->
    [one] { $stories } ख़बर
   *[other] { $stories } ख़बरों
} में से { $hidden ->
    [one] { $hidden } छिप जाती
   *[other] { $hidden } छिप जातीं
}।
filter-preview-more = … और { $count } अन्य
filter-preview-nothing = आप जो फ़ॉलो करते हैं, उसमें पिछले सात दिनों में ऐसी कोई ख़बर नहीं थी जिस पर इसे आज़माया जाए।
filter-saved = { $count ->
    [one] सेव हो गया। यह फ़िल्टर अब से लागू है:
   *[other] सेव हो गया। ये फ़िल्टर अब से लागू हैं:
}
filter-cancelled = कुछ सेव नहीं हुआ।
filter-removed = हटाया गया: { $rule }
filter-gone = यह पहले ही हटाया जा चुका है।
filters-list = { $count ->
    [one] आपके पास { $count } फ़िल्टर या म्यूट है। हटाने के लिए टैप करें।
   *[other] आपके पास { $count } फ़िल्टर और म्यूट हैं। हटाने के लिए किसी पर टैप करें।
}
filters-empty = आपके पास कोई फ़िल्टर नहीं है। <code>/filter -शब्द</code> ख़बरें छिपाता है, <code>/filter +शब्द</code> केवल कुछ दिखाता है, /mute किसी स्रोत को छिपाता है।
mute-usage = कौन-सा स्रोत छिपाऊँ? उसका नाम लिखें: <code>/mute NAME</code>
mute-which = कौन-सा स्रोत छिपाऊँ? ये आपके पिछले डाइजेस्ट के स्रोत हैं। किसी और के लिए उसका नाम लिखें: <code>/mute NAME</code>
mute-near = “{ $name }” नाम का कोई स्रोत मैं नहीं जानता। क्या आपका मतलब इनमें से किसी से है?
mute-unknown = “{ $name }” नाम का कोई स्रोत मैं नहीं जानता।
mute-done = 🔇 अब { $name } का कुछ नहीं दिखेगा। जो ख़बरें दूसरे स्रोत भी बताते हैं, वे उनसे आती रहेंगी।
mute-already = 🔇 { $name } पहले से छिपा है।
mute-too-many = आप { $count } स्रोत तक छिपा सकते हैं। पहले एक हटाएँ: /filters
mute-story-ended = इस ख़बर की नई बातें अब फिर आएँगी।

chat-next-at = अगला डाइजेस्ट: { $when }।
chat-next-instant = ख़बरें आते ही आपको मिलती हैं।
chat-next-off = डाइजेस्ट बंद हैं। चालू करने के लिए: /schedule
chat-when-today = आज { $time } बजे
chat-when-tomorrow = कल { $time } बजे
chat-when-day = { $day }, { $time } बजे
chat-when-zone = { $when } ({ $zone })

chat-today-gathering = 🔎 आज की ख़बरें देख रहा हूँ…
chat-today-empty = आज अभी तक कुछ नया नहीं।
chat-today-empty-category = { $name } में आज कुछ नया नहीं।
chat-today-last-24-hours = आधी रात के बाद से कम ख़बरें आई हैं, इसलिए ये पिछले 24 घंटों की हैं।
chat-today-which = “{ $name }” से आपका मतलब किस श्रेणी से है?
chat-today-unknown = “{ $name }” नाम की कोई श्रेणी नहीं है। सभी श्रेणियाँ /categories में हैं।
chat-digest-coming = 🗞 देख रहा हूँ कि आपके पिछले डाइजेस्ट के बाद क्या नया है…
chat-too-many-commands = एक साथ बहुत सारे कमांड आ गए। कृपया मुझे एक मिनट दें।
chat-digest-waiting = इस चैट का एक डाइजेस्ट अभी इंतज़ार में है: Telegram फ़िलहाल मुझे यहाँ और भेजने नहीं दे रहा। अनुमति मिलते ही वह आ जाएगा।
chat-digest-empty = आपके पिछले डाइजेस्ट के बाद कुछ नया नहीं। आज की सुर्ख़ियाँ /today में हैं।
chat-digest-filters = आपके फ़िल्टर चालू हैं: हो सकता है कि वे कुछ छिपा रहे हों।
chat-digest-follow-first = आप अभी कुछ भी फ़ॉलो नहीं करते। पहले कोई श्रेणी चुनें।
chat-digest-too-often = आपको अभी-अभी कई डाइजेस्ट मिले हैं। कृपया कुछ मिनट रुकें।

chat-schedule-now = डाइजेस्ट: { $schedule }।
chat-schedule-zone = टाइम ज़ोन: { $zone }। बदलने के लिए: /timezone
chat-schedule-how = नीचे से चुनें, या अपना लिखें: <code>/schedule 08:00 18:30</code>
chat-schedule-unknown = मैं “{ $text }” नहीं समझा। ऐसे लिखें: <code>/schedule 08:00</code>, <code>/schedule कार्यदिवस 07:30</code>, <code>हर घंटे</code>, <code>तुरंत</code> या <code>बंद</code>।
chat-schedule-when = कितने बजे? समय भी लिखें: <code>/schedule { $text } 08:00</code>
chat-schedule-same-times = डाइजेस्ट कुछ ही दिन आ सकते हैं, पर हर दिन एक ही समय पर: <code>/schedule कार्यदिवस 07:30</code>
chat-schedule-times = { $days } { $times } बजे
chat-schedule-hourly = हर घंटे
chat-schedule-instant = ख़बर आते ही
chat-schedule-off = बंद
chat-days-all = हर दिन
chat-days-workdays = सोमवार से शुक्रवार
chat-days-weekend = शनिवार और रविवार
chat-days-some = हर { $days }
chat-schedule-button-weekdays = कार्यदिवस { $time }
chat-schedule-button-hourly = हर घंटे
chat-schedule-button-instant = ⚡ तुरंत
chat-schedule-button-off = 🔕 बंद

chat-timezone-now = आपका टाइम ज़ोन { $zone } है, जहाँ अभी { $time } बजे हैं।
chat-timezone-how = बदलने के लिए किसी एक पर टैप करें, या किसी भी शहर का नाम लिखें: <code>/timezone मुंबई</code>
chat-timezone-which = “{ $text }” से आपका मतलब किससे है?
chat-timezone-unknown = मैं “{ $text }” नहीं जानता। आसपास का कोई बड़ा शहर, देश या समय का अंतर लिखें: <code>/timezone UTC+5:30</code>। या किसी एक पर टैप करें:
chat-timezone-ask =
    <b>आपके यहाँ अभी कितने बजे हैं?</b>
    मेरे हिसाब से { $time } ({ $zone })। अपने समय पर टैप करें, या अपने शहर का नाम लिखें: <code>/timezone मुंबई</code>
chat-location-ask =
    अपनी लोकेशन भेजने के लिए नीचे के बटन पर टैप करें। मैं केवल उसका टाइम ज़ोन देखता हूँ, उसे सेव नहीं करता।
    बटन नहीं दिख रहा? 📎 से अपनी लोकेशन भेजें, या अपने शहर का नाम लिखें: <code>/timezone मुंबई</code>
chat-location-share = 📍 मेरी लोकेशन भेजें
chat-location-unknown = मैं उस जगह का टाइम ज़ोन नहीं जान सका। कृपया पास के किसी शहर का नाम लिखें: <code>/timezone मुंबई</code>

chat-language-name = हिन्दी
chat-language = मैं कौन-सी भाषा बोलूँ?
chat-language-set = अब मैं हिन्दी बोलता हूँ।
chat-language-unknown = मैं अभी “{ $text }” नहीं बोलता। मैं ये भाषाएँ बोलता हूँ:

chat-look-compact = संक्षिप्त
chat-look-pictures = बड़ी तस्वीरें
chat-look-headlines = केवल सुर्ख़ियाँ
chat-look-simple = सादा रूप
chat-look =
    <b>डाइजेस्ट कैसे दिखें?</b> बाएँ से दाएँ:
    <b>संक्षिप्त</b> – पहली ख़बर तस्वीर के साथ; किसी और को खोलने के लिए उस पर टैप करें।
    <b>बड़ी तस्वीरें</b> – हर ख़बर अपनी तस्वीर के नीचे।
    <b>केवल सुर्ख़ियाँ</b> – शीर्षक, जिन पर टैप कर सकते हैं।
    <b>सादा रूप</b> – सामान्य संदेश, उन ऐप के लिए जो बाक़ी रूप नहीं दिखाते।
chat-simple-look-set = अब से आपके डाइजेस्ट सादे रूप में आएँगे।
chat-layout-edition = मुखपृष्ठ, फिर श्रेणियाँ
chat-layout-categories = हर श्रेणी का एक संदेश
chat-layout-together = सब एक ही संदेश में
chat-layout =
    <b>कई श्रेणियों का डाइजेस्ट कैसे आए?</b>
    <b>मुखपृष्ठ, फिर श्रेणियाँ</b> – सारी सुर्ख़ियाँ एक संदेश में; फिर बिना आवाज़ के हर श्रेणी का एक संदेश।
    <b>हर श्रेणी का एक संदेश</b> – बिना मुखपृष्ठ के।
    <b>सब एक ही संदेश में</b> – हर श्रेणी के एक भाग के साथ।

chat-settings = <b>सेटिंग</b>
chat-settings-ui = इंटरफ़ेस की भाषा: { $language }।
chat-settings-summaries = सारांश की भाषा: { $language }।
chat-settings-summaries-original = सारांश की भाषा: हर लेख की अपनी।
chat-settings-look = डाइजेस्ट का रूप: { $look }।
chat-settings-layout = कई श्रेणियाँ: { $layout }।
chat-settings-pictures = तस्वीरें: { $state ->
    [on] दिखती हैं
   *[off] नहीं दिखतीं
}।
chat-summary-language-original = लेख की अपनी भाषा
chat-summary-language = आप सारांश किस भाषा में चाहते हैं?
chat-summary-language-cannot = यह बॉट अभी अनुवाद नहीं कर सकता। इसके सारांश लेखों के ही वाक्य होते हैं, इसलिए मूल भाषा में रहते हैं।
chat-reading =
    <b>मेरे पढ़ने की भाषाएँ</b>
    हर उस भाषा पर टैप करें जो आप पढ़ते हैं। उनके नीचे चुनें कि दूसरी भाषाओं की ख़बरों का क्या हो।
chat-reading-any = कोई भी भाषा
chat-reads = भाषाएँ: { $languages }।
chat-reads-any = भाषाएँ: कोई भी।
chat-others-last = दूसरी भाषाओं की ख़बरें अंत में आती हैं।
chat-others-left-out = दूसरी भाषाओं की ख़बरें नहीं दिखाई जातीं।
chat-others-translated = दूसरी भाषाओं की ख़बरों का अनुवाद होता है।
chat-others-cannot = यह बॉट अभी अनुवाद नहीं कर सकता, इसलिए वे अंत में आती हैं।
chat-others-button-last = बाक़ी अंत में
chat-others-button-left-out = बाक़ी नहीं
chat-others-button-translated = अनुवाद

chat-link-usage = मुझे कोई लिंक भेजें: <code>/summary https://…</code>, या लिंक वाले किसी संदेश का जवाब /summary से दें।
chat-link-reading = ⏳ { $host } पढ़ रहा हूँ…
chat-link-working = एक पल…
chat-link-writing = ✍️ बेहतर सारांश लिखा जा रहा है…
chat-link-one-at-a-time = मैं अभी आपके पिछले लिंक पर काम कर रहा हूँ। कृपया एक पल रुकें।
chat-link-too-many = बहुत सारे लिंक आ गए। कृपया कुछ मिनट रुकें।
chat-link-queue-full = अभी बहुत लोग लिंक भेज रहे हैं। कृपया एक मिनट बाद फिर कोशिश करें।
chat-link-failed = मैं यह पेज नहीं पढ़ सका। शायद इसमें लॉगिन चाहिए, या यह लेख नहीं है।
chat-link-too-slow = इस पेज ने बहुत समय लिया। कृपया बाद में कोशिश करें।
chat-link-stopped = रोक दिया। अगर फिर भी चाहिए तो लिंक दोबारा भेजें।
chat-link-nothing-to-summarize = सारांश के लिए यहाँ बहुत कम सामग्री है।
chat-link-no-longer = बस इतना ही है। “📖 यहीं पढ़ें” पूरा लेख दिखाता है।
chat-link-reading-time = पढ़ने में { $minutes } मिनट

## Stories
story-tellings = { $count ->
    [one] { $count } रिपोर्ट
   *[other] { $count } रिपोर्टें
}
story-sources = { $count ->
    [one] { $count } स्रोत से
   *[other] { $count } स्रोतों से
}
story-how-told = यह ख़बर कैसे आई
story-first = पहली रिपोर्ट
story-comes-back = नई बातों के साथ फिर
story-new = नया:
story-more-tellings = { $count ->
    [one] { $count } और रिपोर्ट
   *[other] { $count } और रिपोर्टें
}
story-unlisted = { $count ->
    [one] { $count } रिपोर्ट सूची में नहीं है।
   *[other] { $count } रिपोर्टें सूची में नहीं हैं।
}
story-why = ये एक ही ख़बर क्यों हैं
story-why-alike = { $source } और { $other } में ये शब्द एक जैसे हैं: { $words }
story-why-copy = { $source } और { $other } का पाठ एक जैसा है
story-why-repeated = { $source } ने अपनी ही रिपोर्ट दोहराई
story-why-page = { $source } और { $other } ने एक ही पेज दिया
story-another = पहले की एक रिपोर्ट
story-all-said = लेख में बस इतना ही है।
story-also-told = इन्होंने भी बताया:
story-button-part = ✂️ अलग करें: { $source }
story-button-part-sure = ✂️ हमेशा के लिए अलग करें
story-button-keep = रद्द करें
story-part-ask = “{ $title }” एक अलग ख़बर बन जाएगी। इसे बाद में पलटा नहीं जा सकता।
story-parted = हो गया: अब यह एक अलग ख़बर है।
story-part-owner = किसी रिपोर्ट को ख़बर से केवल इस बॉट का मालिक अलग कर सकता है।

## Loading
fetch-problem-refused-address = मुझे वह पता पढ़ने की अनुमति नहीं है।
fetch-problem-refused-address-remedy = कोई सार्वजनिक पता दें। अगर सर्वर आपका अपना है, तो उसका नाम FETCH_TRUSTED_HOSTS में लिखें।
fetch-problem-bad-url = यह ऐसा वेब पता नहीं है जिसे मैं पढ़ सकूँ।
fetch-problem-bad-url-remedy = पूरा पता दें, जो https:// से शुरू हो।
fetch-problem-dns = इस नाम की कोई साइट नहीं है।
fetch-problem-dns-remedy = पते की वर्तनी और इस मशीन का इंटरनेट कनेक्शन जाँचें।
fetch-problem-tls = साइट का प्रमाणपत्र मान्य नहीं है।
fetch-problem-tls-remedy = पता ब्राउज़र में खोलें। अगर ब्राउज़र भी चेतावनी दे, तो इसे केवल साइट ठीक कर सकती है। आपके अपने सर्वर को ऐसा प्रमाणपत्र चाहिए जिस पर यह मशीन भरोसा करे: उसे SSL_CERT_FILE में लिखें।
fetch-problem-connect = साइट तक पहुँचा नहीं जा सका।
fetch-problem-connect-remedy = यह अक्सर अपने आप ठीक हो जाता है: बाद में फिर कोशिश करें।
fetch-problem-connect-remedy-source = Tidings अपने आप फिर कोशिश करता है।
fetch-problem-proxy = प्रॉक्सी Tidings को जाने नहीं देती।
fetch-problem-proxy-remedy = FETCH_PROXY जाँचें: पता, पोर्ट, यूज़रनेम और पासवर्ड।
fetch-problem-timeout = साइट ने जवाब देने में बहुत समय लिया।
fetch-problem-timeout-remedy = यह अक्सर अपने आप ठीक हो जाता है: बाद में फिर कोशिश करें।
fetch-problem-timeout-remedy-source = Tidings अपने आप फिर कोशिश करता है।
fetch-problem-too-large = पेज बहुत बड़ा है।
fetch-problem-too-large-remedy = इसे केवल साइट ठीक कर सकती है।
fetch-problem-too-large-remedy-feed = उसी साइट की कोई छोटी फ़ीड ढूँढें।
fetch-problem-wrong-type = उस पते पर पेज या फ़ीड नहीं, किसी और तरह की फ़ाइल है।
fetch-problem-wrong-type-remedy = फ़ीड या पेज का ही पता दें, किसी तस्वीर, वीडियो या दस्तावेज़ का नहीं।
fetch-problem-bad-encoding = साइट अपना जवाब ऐसे कंप्रेस करती है कि मैं पढ़ नहीं सकता।
fetch-problem-bad-encoding-remedy = इसे केवल साइट ठीक कर सकती है।
fetch-problem-bad-answer = साइट का जवाब HTTP के नियमों के अनुसार नहीं है, इसलिए मैं उसे पढ़ नहीं सकता।
fetch-problem-bad-answer-remedy = इसे केवल साइट ठीक कर सकती है।
fetch-problem-redirects = पता बहुत बार, या किसी असुरक्षित पते पर, आगे भेजता है।
fetch-problem-redirects-remedy = इसे ब्राउज़र में खोलें और वह पता दें जो ब्राउज़र अंत में दिखाए।
fetch-problem-status = साइट ने पेज नहीं दिया।
fetch-problem-status-remedy = पता ब्राउज़र में खोलें; शायद पेज कहीं और चला गया है या लॉगिन माँगता है।
fetch-problem-not-found = उस पते पर कुछ नहीं है।
fetch-problem-not-found-remedy = उसकी वर्तनी जाँचें।
fetch-problem-not-found-remedy-feed = या साइट का ही पता दें: `tidings sources add` वहाँ फ़ीड ढूँढता है।
fetch-problem-forbidden = साइट Tidings को पढ़ने नहीं देती।
fetch-problem-forbidden-remedy = वह लॉगिन माँगती है, या बॉट की अनुमति नहीं देती।
fetch-problem-forbidden-remedy-feed = उसी साइट की कोई और फ़ीड ढूँढें, या उसे अपने RSSHub से पढ़ें (FETCH_TRUSTED_HOSTS)।
fetch-problem-forbidden-remedy-source = अगर आपके पास उसका लॉगिन है, तो उसे sources.toml में दें: username के साथ password, या headers।
fetch-problem-robot-check = साइट की बॉट-सुरक्षा Tidings को रोकती है और ब्राउज़र माँगती है।
fetch-problem-robot-check-remedy = Tidings ऐसी सुरक्षा को नहीं लाँघता।
fetch-problem-robot-check-remedy-feed = साइट से कहें कि फ़ीड रीडर को आने दे, उसकी कोई और फ़ीड ढूँढें, या उसे अपने RSSHub से पढ़ें (FETCH_TRUSTED_HOSTS)।
fetch-problem-server-error = साइट में ही कोई समस्या है।
fetch-problem-server-error-remedy = यह अक्सर अपने आप ठीक हो जाता है: बाद में फिर कोशिश करें।
fetch-problem-server-error-remedy-source = Tidings अपने आप फिर कोशिश करता है।
fetch-problem-gone = पेज हमेशा के लिए हटा दिया गया है।
fetch-problem-gone-remedy = उसका नया पता ढूँढें।
fetch-problem-gone-remedy-source = स्रोत बंद कर दिया गया है; `tidings fetch --source NAME` उसे एक बार और आज़माता है, `tidings sources remove NAME` उसे हटाता है।
fetch-problem-rate-limited = साइट कहती है कि Tidings अगले अनुरोध से पहले रुके।
fetch-problem-rate-limited-remedy = बाद में फिर कोशिश करें।
fetch-problem-rate-limited-remedy-source = साइट जितना कहती है, Tidings उतना रुकता है। FETCH_INTERVAL बढ़ाने से मदद मिलती है।
feed-problem-empty = साइट का जवाब ख़ाली था।
feed-problem-empty-remedy = यह अक्सर अपने आप ठीक हो जाता है: बाद में फिर कोशिश करें।
feed-problem-empty-remedy-source = Tidings अपने आप फिर कोशिश करता है।
feed-problem-web-page = उस पते पर वेब पेज है, फ़ीड नहीं।
feed-problem-web-page-remedy = `tidings sources add ADDRESS` उस पेज की फ़ीड ढूँढता है।
feed-problem-robot-check = साइट अपनी फ़ीड की जगह बॉट की जाँच दिखाती है।
feed-problem-robot-check-remedy = Tidings ऐसी जाँच को नहीं लाँघता। साइट से कहें कि फ़ीड रीडर को आने दे, उसकी कोई और फ़ीड ढूँढें, या उसे अपने RSSHub से पढ़ें (FETCH_TRUSTED_HOSTS)।
feed-problem-list = यह फ़ीड की सूची है, फ़ीड नहीं।
feed-problem-list-remedy = इसे फ़ाइल में सेव करें; `tidings sources import FILE` उसकी सभी फ़ीड ले लेता है।
feed-problem-broken = फ़ीड इतनी ख़राब है कि ठीक नहीं हो सकती।
feed-problem-broken-remedy = इसे केवल साइट ठीक कर सकती है। शायद उसकी कोई और फ़ीड हो।
feed-problem-other = उस पते पर कोई फ़ीड नहीं है।
feed-problem-other-remedy = फ़ीड का ही पता दें; `tidings sources add` उसे साइट के पेज पर ढूँढता है।
feed-problem-no-channel = उस Telegram चैनल का कोई सार्वजनिक पेज नहीं है।
feed-problem-no-channel-remedy = केवल वे सार्वजनिक चैनल पढ़े जा सकते हैं जिनके पोस्ट ब्राउज़र t.me/s/NAME पर दिखाता है; निजी चैनलों, ग्रुप और लोगों का ऐसा पेज नहीं होता। नाम जाँचें, या चैनल के मालिक से फ़ीड माँगें।
load-no-feed-found = मुझे वहाँ कोई फ़ीड नहीं मिली।
load-no-feed-found-remedy = साइट पर RSS या Atom नाम का लिंक ढूँढें और उसका पता दें।
load-page-unreadable = मुझे उस पेज पर कोई लेख नहीं मिला। शायद इसमें लॉगिन चाहिए।
page-problem-paywall = यह लेख ग्राहकों के लिए है; मुझे केवल वही दिखता है जो साइट सबको दिखाती है।
page-problem-consent = यह पेज दिखाने से पहले साइट कुकीज़ की सहमति माँगती है, और वह मैं नहीं दे सकता।
page-problem-login = यह पेज दिखाने से पहले साइट लॉगिन माँगती है।
page-problem-robots = यह पेज दिखाने से पहले साइट जाँचती है कि ब्राउज़र पर कोई इंसान है।
page-problem-teaser = पेज पर केवल कुछ पंक्तियाँ हैं।
page-problem-no-article = यह लेख नहीं है। यह पाठ पेज का अपना विवरण है।
page-problem-document = यह PDF जैसा कोई दस्तावेज़ है। मैं केवल वेब पेजों का सारांश दे सकता हूँ।
page-problem-picture = यह एक तस्वीर है। मैं केवल वेब पेजों का सारांश दे सकता हूँ।
page-problem-sound = यह एक ऑडियो है। मैं केवल वेब पेजों का सारांश दे सकता हूँ।
page-problem-film = यह एक वीडियो है। मैं केवल वेब पेजों का सारांश दे सकता हूँ।
page-problem-feed = यह ख़बरों की फ़ीड है, लेख नहीं। मुझे इसके किसी लेख का लिंक भेजें।
page-problem-file = यह डाउनलोड करने की फ़ाइल है। मैं केवल वेब पेजों का सारांश दे सकता हूँ।
load-folder-unreadable = फ़ोल्डर पढ़ा नहीं जा सका।
load-folder-unreadable-remedy = sources.toml में पथ जाँचें, और यह भी कि Tidings को फ़ोल्डर पढ़ने की अनुमति है।
load-switched-off = स्रोत sources.toml में बंद किया गया है।
load-switched-off-remedy = इसे फिर पढ़ने के लिए वहाँ से `enabled = false` हटाएँ।
load-not-stored = नए लेख सेव नहीं हो सके।
load-not-stored-remedy = जाँचें कि डिस्क पर जगह है और कोई दूसरा प्रोग्राम डेटाबेस का उपयोग नहीं कर रहा।
load-broke = Tidings की किसी त्रुटि से पढ़ना रुक गया।
load-broke-remedy = विवरण लॉग में है। कृपया हमें बताएँ।
source-exists = यह स्रोत आपके पास पहले से है।

## Figures
stats-articles = लेख: { $count }, इनमें से { $lately } पिछले 24 घंटों में।
stats-sources = स्रोत: { $count }, इनमें से { $failing } में दिक़्क़त और { $off } बंद।
stats-chats = चैट: { $count }, कुल फ़ॉलो { $subscriptions }।
stats-messages = संदेश: { $waiting } इंतज़ार में, { $sent } भेजे गए, { $dead } छोड़े गए।
stats-unknown = संदेश जो शायद पहुँचे हों या नहीं: { $count }। उनमें से डाइजेस्ट एक बार और भेजे जाते हैं।
stats-engine = सारांश इंजन: { $engine }।
stats-engine-ready = तैयार
stats-engine-downloading = डाउनलोड हो रहा है
stats-engine-loading = लोड हो रहा है
stats-engine-failed = नहीं चल रहा
stats-engine-verified = { $engine }, जिसे { $verifier } दोबारा जाँचता है
stats-summaries = { $engine } के सारांश: { $count }।
stats-summaries-waiting = इंतज़ार में सारांश: { $count }।
stats-rejected = जाँच में अस्वीकृत वाक्य: { $count } ({ $reasons })।
stats-reason = { $reason ->
    [number] ग़लत संख्याएँ: { $count }
    [date] ग़लत तारीख़ें: { $count }
    [name] लेख में न दिए गए नाम: { $count }
    [quote] बदले हुए उद्धरण: { $count }
    [claim] लेख में न कही गई बातें: { $count }
    [link] लिंक: { $count }
    [mention] हैशटैग या @नाम: { $count }
    [command] बॉट के कमांड: { $count }
    [contact] संपर्क की जानकारी: { $count }
    [order] कुछ करने की अपील: { $count }
    [abuse] अपमान: { $count }
    [language] दूसरी भाषा: { $count }
    [loop] दोहराव: { $count }
    [shape] अधूरे वाक्य: { $count }
    [remark] मॉडल की टिप्पणियाँ: { $count }
    [subject] विषय से हटकर: { $count }
    [title] सिर्फ़ शीर्षक दोबारा: { $count }
    [too_long] बहुत लंबे: { $count }
    [worse_than_extract] मूल वाक्यों से बेहतर नहीं: { $count }
    [second_reader] दूसरे पाठक को संदेह: { $count }
    [empty] कुछ नहीं बचा: { $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = कोई ख़बर तुरंत पाएँ
chat-command-alerts = आपके अलर्ट
chat-command-quiet = बिना ख़बरों का समय

alert-usage =
    समय कुछ भी हो, आपको तुरंत क्या बताऊँ? मैं जो कुछ पढ़ता हूँ सब देखता हूँ, केवल आपका फ़ॉलो किया हुआ नहीं।

    <code>/alert भूकंप</code> – इस शब्द वाली ख़बरें
    <code>/alert "जलवायु परिवर्तन" बाढ़</code> – इस वाक्यांश या इस शब्द वाली
    <code>/alert रेल -हड़ताल lang:hi</code> – एक शब्द के बिना, एक भाषा में
    <code>/alert source:NAME</code> – इस स्रोत की हर ख़बर

    जो आप छिपाते या म्यूट करते हैं वह छिपा ही रहता है, जब तक अलर्ट में उसका नाम न हो। एक घंटे में { $count } संदेशों के बाद बाक़ी एक साथ आते हैं। आपकी सूची: /alerts
alert-no-word = किस शब्द का इंतज़ार करूँ? अलर्ट के लिए एक शब्द या स्रोत चाहिए: <code>/alert भूकंप</code>
alert-contradiction = “{ $part }” का इंतज़ार करना और उसे छोड़ना, दोनों साथ नहीं हो सकते।
alert-have-already = यह अलर्ट आपके पास पहले से है।
alert-too-many = आप { $count } अलर्ट तक रख सकते हैं, फ़ॉलो की हुई ख़बरें मिलाकर। पहले एक हटाएँ: /alerts
alert-button-all = 🔔 सभी अलर्ट
alert-preview = <b>आपका नया अलर्ट</b>
alert-preview-any = इनमें से एक शब्द काफ़ी है।
alert-preview-effect = { $count ->
    [0] पिछले सात दिनों में कोई ख़बर नहीं आती।
    [one] पिछले सात दिनों में { $count } ख़बर आती:
   *[other] पिछले सात दिनों में { $count } ख़बरें आतीं:
}
alert-saved = सेव हो गया। अब से ऐसी ख़बर तुरंत आएगी: { $alert }
alert-cancelled = कुछ सेव नहीं हुआ।
alert-removed = हटाया गया: { $alert }
alert-gone = यह अलर्ट पहले ही हटाया जा चुका है।
alert-back = यह फिर आएगा: { $alert }
alert-stopped = बंद किया गया: { $alert }
alert-button-stop = 🔕 बंद करें: { $alert }
alert-button-again = 🔔 फिर पाएँ: { $alert }
alert-heading = 🔔 अलर्ट: { $alert }
alert-heading-story = 📌 आपकी फ़ॉलो की हुई ख़बर
alerts-list = { $count ->
    [one] आपके पास { $count } अलर्ट है। हटाने के लिए टैप करें।
   *[other] आपके पास { $count } अलर्ट हैं। हटाने के लिए किसी पर टैप करें।
} 📌 वह ख़बर है जिसे आप फ़ॉलो करते हैं।
alerts-empty = आपके पास कोई अलर्ट नहीं है। <code>/alert शब्द</code> उस शब्द वाली ख़बरें तुरंत भेजता है।

quiet-now = { $start } से { $end } ({ $zone }) तक शांत समय: ख़बरें रुकी रहेंगी और बाद में एक ही डाइजेस्ट में आएँगी।
quiet-now-alerts = { $start } से { $end } ({ $zone }) तक शांत समय: ख़बरें रुकी रहेंगी और बाद में एक ही डाइजेस्ट में आएँगी। अलर्ट फिर भी आते हैं।
quiet-none = कोई शांत समय नहीं: ख़बरें अपने समय पर आती हैं।
quiet-how = समय चुनें या लिखें: <code>/quiet 22:00-07:00</code>, <code>/quiet 22:00-07:00 अलर्ट छोड़कर</code>, <code>/quiet बंद</code>
quiet-unknown = मैं “{ $text }” नहीं समझा। लिखें कि कब से कब तक: <code>/quiet 22:00-07:00</code>
quiet-button = 🌙 शांत समय
quiet-button-alerts = 🔔 अलर्ट फिर भी आएँ
quiet-button-off = शांत समय नहीं
quiet-setting = शांत समय: { $start }–{ $end } ({ $zone })।
quiet-setting-alerts = शांत समय: { $start }–{ $end } ({ $zone }), अलर्ट छोड़कर।
quiet-setting-none = शांत समय: कोई नहीं।

story-button-follow = 📌 फ़ॉलो करें
story-button-unfollow = ✅ फ़ॉलो कर रहे हैं
story-button-mute = 🔕 यह ख़बर म्यूट करें
story-button-unmute = ✅ म्यूट है: फिर बताएँ
story-button-mute-source = 🔇 { $source } को म्यूट करें
story-button-unmute-source = ✅ म्यूट है: { $source } फिर दिखाएँ
story-follow-done = इसमें जो नया होगा, तुरंत बताऊँगा। यह सूची में है: /alerts
story-follow-ended = अब आप यह ख़बर फ़ॉलो नहीं करते।
story-source-muted = अब { $source } का कुछ नहीं दिखेगा।
story-source-unmuted = { $source } अब फिर दिखेगा।
digest-button-follow = फ़ॉलो करें
digest-button-hide-word = 🙈 कोई शब्द छिपाएँ…
digest-hide-word = किस शब्द वाली ख़बरें छिपाऊँ? सेव होने से पहले आप देख लेंगे कि उससे क्या बदलेगा।
digest-hide-word-none = यहाँ सुझाने लायक़ कोई शब्द नहीं मिला। ख़ुद लिखें: <code>/filter -शब्द</code>

### Search, inline mode and /why
chat-command-search = ख़बरों में खोजें
chat-command-why = यही ख़बरें क्यों?
search-usage =
    क्या खोजूँ? सभी शब्द ख़बर में पूरे-पूरे होने चाहिए।

    <code>/search बंदरगाह पुल</code> दोनों शब्दों वाली ख़बरें ढूँढता है
    <code>/search "जलवायु परिवर्तन"</code> यह वाक्यांश ढूँढता है
    <code>/search पुल -क्रिकेट</code> दूसरे शब्द वाली ख़बरें छोड़ देता है
    <code>/search पुल source:NAME lang:en,hi</code> केवल इस स्रोत और इन भाषाओं में ढूँढता है

    किसी भी चैट में: मेरा नाम और शब्द लिखें, फिर कोई कार्ड चुनें।
search-too-long = खोजने के लिए यह बहुत लंबा है। कुल { $count } अक्षर तक, और हर शब्द या वाक्यांश में 60 तक: <code>/search बंदरगाह पुल</code>
search-contradiction = किसी ख़बर में “{ $part }” हो भी और न भी हो, ऐसा नहीं हो सकता। दोनों में से एक हटाएँ।
search-only-hidden = इसमें केवल यह लिखा है कि क्या छोड़ना है। यह भी लिखें कि क्या खोजना है: <code>/search पुल -क्रिकेट</code>
search-one-letter = अकेला “{ $part }” लगभग हर ख़बर में है। पूरा शब्द लिखें: <code>/search पुल</code>
search-sign = मैं शब्द खोजता हूँ, “{ $part }” जैसे चिह्न नहीं। कोई शब्द लिखें: <code>/search पुल</code>
search-count = { $count ->
    [one] { $count } ख़बर
   *[other] { $count } ख़बरें
}
search-newest = सबसे नई { $count }
search-filtered = आपके फ़िल्टर के साथ
search-button-filtered = 🧹 मेरे फ़िल्टर के साथ
search-button-all = मेरे फ़िल्टर के बिना
search-nothing = { $query } के लिए कुछ नहीं मिला।
search-unknown = किसी ख़बर में नहीं: { $words }
search-try = कम या दूसरे शब्द आज़माएँ: हर शब्द ख़बर में पूरा होना चाहिए (“पुलों” और “पुल” अलग शब्द हैं)। वाक्यांश उद्धरण चिह्नों में लिखें, और <code>-शब्द</code> उस शब्द वाली ख़बरें छोड़ देता है।
search-all-hidden = { $query } के लिए जो मिला, वह सब आपके फ़िल्टर छिपा देते हैं।
search-inline-more = कुछ नहीं मिला। दूसरे शब्द?
search-inline-whole = पूरा शब्द लिखें
why-languages-first = आपकी भाषाएँ पहले आती हैं।
why-kept = { $rules } की वजह से
why-left-out = { $count ->
    [one] <b>छूट गई:</b> { $count } ख़बर
   *[other] <b>छूट गईं:</b> { $count } ख़बरें
}
why-left-rule = { $rule } ने छिपाया
why-left = • { $reason }: { $stories }
why-left-muted = 🔕 म्यूट की गई ख़बरें
why-left-told = पहले बताई जा चुकीं
why-left-language = उन भाषाओं में जिन्हें आप छोड़ते हैं
why-left-room = जगह नहीं थी
why-left-then = तब फ़ॉलो नहीं था या छिपा था
why-get = <i>/filters से फ़िल्टर और म्यूट हटाएँ, /settings में अपनी भाषाएँ चुनें। बाक़ी ख़बरें /today और /search से देखें।</i>
why-nothing-left-out = कुछ नहीं छूटा।
why-alert = यह आपके एक अलर्ट से आया: उसके शब्द ख़बर के ऊपर लिखे हैं। देखने और हटाने के लिए: /alerts
why-no-digest = आपको अभी तक कोई डाइजेस्ट नहीं मिला है। अभी पाने के लिए: /digest

### Channels, groups and topics
place-heading = <b>{ $chat }</b> के लिए:
place-greeting = यहाँ मैं क्या भेजूँ, यह केवल एडमिन तय करते हैं। बाक़ी लोग कभी भी /today माँग सकते हैं।
place-button-places = 📣 चैनल और ग्रुप
place-button-add-channel = ➕ चैनल में जोड़ें
place-button-add-group = ➕ ग्रुप में जोड़ें
place-button-choose-channel = 📣 चैनल चुनें
place-button-choose-group = 👥 ग्रुप चुनें
place-list = { $count ->
    [one] आप { $count } चैनल या ग्रुप सँभालते हैं। सेटिंग के लिए टैप करें।
   *[other] आप { $count } चैनल और ग्रुप सँभालते हैं। सेटिंग के लिए किसी पर टैप करें।
}
place-list-empty = जिन चैनलों और ग्रुप में आप एडमिन हैं, उन्हें आप यहाँ से सँभाल सकते हैं।
place-how = हर सेटिंग कमांड में पहले नाम भी लिख सकते हैं: <code>/subscribe @channel दुनिया</code>
place-ask-channel =
    नीचे के बटन पर टैप करें और चैनल चुनें। मुझे केवल संदेश पोस्ट करने का अधिकार चाहिए।
    बटन नहीं दिख रहा? यह लिंक लें: { $link }
place-ask-group =
    नीचे के बटन पर टैप करें और ग्रुप चुनें।
    बटन नहीं दिख रहा? यह लिंक लें: { $link }
place-chosen = चुना गया: <b>{ $chat }</b>
place-this-chat = इस चैट
place-private-only = दूसरे चैनल और ग्रुप मेरे साथ निजी चैट में सँभाले जाते हैं। यहाँ नाम न लिखें।
place-digest-sent = डाइजेस्ट वहाँ भेजा जा रहा है।
place-language-set = अब से वहाँ मेरी भाषा { $language } है।
place-unknown = मैं { $chat } को नहीं जानता। नाम जाँचें और पहले मुझे वहाँ जोड़ें।
place-no-answer = Telegram ने { $chat } के बारे में कुछ नहीं बताया। कृपया एक मिनट बाद फिर कोशिश करें।
place-goodbye = अलविदा! अब मैं { $chat } में कुछ नहीं भेजूँगा। वहाँ की सेटिंग 90 दिन रखी रहेंगी, ताकि दोबारा जोड़ने पर काम आएँ; उसके बाद सब हटा दिया जाएगा। अभी हटाने के लिए मुझे एक बार फिर जोड़ें और वहाँ /forget भेजें।
place-not-there = मैं अभी { $chat } में नहीं हूँ। कृपया पहले मुझे जोड़ें।
place-not-administrator = आप { $chat } के एडमिन नहीं हैं, इसलिए उसकी सेटिंग नहीं बदल सकते।
place-lacks-post-messages = मैं { $chat } में पोस्ट नहीं कर सकता। Telegram में चैनल खोलें → संपादित करें → एडमिन → मेरा नाम, और “संदेश पोस्ट करें” चालू करें। फिर दोबारा कोशिश करें।
place-lacks-send-messages = मैं { $chat } में नहीं लिख सकता। Telegram में ग्रुप खोलें → संपादित करें → अनुमतियाँ, और “संदेश भेजें” चालू करें, या मुझे एडमिन बनाएँ। फिर दोबारा कोशिश करें।
topics-button-make = 🗂 हर श्रेणी का एक विषय
topics-button-undo = ↩️ बॉट के बनाए विषय हटाएँ
topics-line = अपने विषय वाली श्रेणियाँ: { $names }।
topics-making = विषय बन रहे हैं…
topics-progress = विषय बन रहे हैं: { $count } में से { $done }…
topics-made = इन श्रेणियों का अब अपना विषय है, जहाँ उनकी ख़बरें आएँगी: { $names }।
topics-all-there = हर श्रेणी का विषय पहले से है।
topics-follow-first = यहाँ अभी कुछ भी फ़ॉलो नहीं है। पहले श्रेणियाँ चुनें: /categories
topics-none = मेरा बनाया कोई विषय नहीं है।
topics-undone = हो गया: ख़बरें फिर वहीं आएँगी जहाँ पहले आती थीं। बिना ख़बरों वाले विषय हटा दिए गए, बाक़ी पढ़ने के लिए रहेंगे।
topics-no-forum = इस चैट में विषय नहीं हैं। ग्रुप में इन्हें Telegram में चालू करें: ग्रुप खोलें → संपादित करें → विषय।
topics-lacks-manage-topics = मैं यहाँ विषय नहीं बना सकता। Telegram में ग्रुप खोलें → संपादित करें → एडमिन → मेरा नाम (या मुझे जोड़ें), और “विषय प्रबंधित करें” चालू करें। फिर दोबारा टैप करें।
topics-failed = Telegram फ़िलहाल और विषय नहीं बना रहा। कुछ मिनट बाद फिर टैप करें: जो बन चुका है, वह रहेगा।
topics-lost = मैं अब विषय “{ $topic }” में नहीं लिख सकता, इसलिए उसकी ख़बरें रुक गई हैं। अगर वह हटाया गया है, तो कोई एडमिन /settings भेजकर “हर श्रेणी का एक विषय” पर टैप करे, मैं उसे फिर बना दूँगा।

### The owner, and a chat's own data
chat-command-export = आपने जो चुना, फ़ाइलों में
chat-command-forget = मेरे पास आपका जो कुछ है, सब हटाएँ
owner-command-sources = स्रोत और उनका हाल
owner-command-addsource = स्रोत जोड़ें
owner-command-removesource = स्रोत हटाएँ
owner-command-stats = बॉट के आँकड़े
owner-command-announce = सभी चैट को लिखें
owner-button-remove = हटाएँ
sources-list = { $count ->
    [one] <b>{ $count } स्रोत</b>
   *[other] <b>{ $count } स्रोत</b>
} · { $failing } में दिक़्क़त · { $off } बंद
sources-empty =
    अभी कोई स्रोत नहीं है। एक जोड़ें:
    <code>/addsource https://www.bbc.com/hindi दुनिया</code>
sources-read-ago = { $time } पहले सफलता से पढ़ा
sources-never-read = अभी नहीं पढ़ा
sources-never-worked = कभी काम नहीं किया
sources-failures = { $count ->
    [one] { $count } विफलता
   *[other] लगातार { $count } विफलताएँ
}
sources-overdue = { $time } की देरी
sources-per-day = रोज़ { $number } लेख
sources-button-read = 🔄 अभी पढ़ें
sources-reading = पढ़ रहा हूँ…
sources-gone = वह स्रोत अब नहीं है।
sources-remove-usage =
    कौन-सा स्रोत? उसका नाम भेजें:
    <code>/removesource BBC Hindi</code>
    सभी स्रोत /sources में हैं।
sources-remove-ask = <b>{ $name }</b> हटाऊँ? मैं इसे पढ़ना बंद कर दूँगा। इसके लेख पुराने होने तक रहेंगे।
sources-removed =
    <b>{ $name }</b> हटा दिया गया। वापस लाने के लिए:
    <code>/addsource { $address }</code>
sources-kept = <b>{ $name }</b> बना रहेगा।
sources-near = “{ $name }” नाम का कोई स्रोत नहीं है। क्या आपका मतलब इनमें से किसी से था?
sources-unknown = “{ $name }” नाम का कोई स्रोत नहीं है। सभी स्रोत /sources में हैं।
adding-usage =
    मुझे एक पता दें: किसी फ़ीड, साइट या सार्वजनिक Telegram चैनल का। उसके बाद श्रेणी भी लिख सकते हैं।
    <code>/addsource https://www.bbc.com/hindi दुनिया</code>
    <code>/addsource @durov Telegram</code>
adding-looking = { $host } पर फ़ीड ढूँढ रहा हूँ…
adding-failed = कुछ गड़बड़ हुई और कुछ नहीं जोड़ा गया। विवरण लॉग में है।
adding-cancelled = कुछ नहीं जोड़ा गया।
adding-which-feed = { $host } पर { $count } फ़ीड हैं। कौन-सी?
adding-which-category = किस श्रेणी में? नई श्रेणी के लिए <code>/addsource पता श्रेणी</code> भेजें।
adding-category = श्रेणी: { $name }
articles-count = { $count ->
    [one] { $count } लेख
   *[other] { $count } लेख
}
adding-newest = सबसे नया { $day } का
adding-problem = { $problem }: { $detail }।
adding-technical = { $problem } ({ $detail })।
adding-added = { $count ->
    [one] <b>{ $name }</b> जोड़ दिया गया, अभी { $count } लेख के साथ।
   *[other] <b>{ $name }</b> जोड़ दिया गया, अभी { $count } लेखों के साथ।
}
adding-in-category = श्रेणी: { $name }।
adding-button-own-categories = फ़ीड की अपनी श्रेणियाँ
adding-button-offer = ➕ स्रोत के रूप में जोड़ें
adding-offer-channel = यह चैनल स्रोत बन सकता है: { $address }
announce-usage =
    सभी चैट को क्या बताऊँ? लिंक और फ़ॉर्मैट वैसे ही रहेंगे जैसे आप लिखेंगे।
    <code>/announce आज रात मैं नए सर्वर पर जा रहा हूँ। डाइजेस्ट देर से आ सकते हैं।</code>
announce-preview = { $count ->
    [one] यह ऐसा दिखेगा। <b>{ $count } चैट</b> में जाएगा।
   *[other] यह ऐसा दिखेगा। <b>{ $count } चैट</b> में जाएगा।
}
announce-button-send = भेजें
announce-started = भेजा जा रहा है
announce-cancelled = कुछ नहीं भेजा गया।
announce-over = यह पहले ही भेजा या रद्द किया जा चुका है।
announce-sending = { $count ->
    [one] { $count } चैट में भेज रहा हूँ…
   *[other] { $count } चैट में भेज रहा हूँ…
}
announce-progress = भेज रहा हूँ: { $count } में से { $done } पूरे।
announce-done = { $failed ->
    [0] घोषणा भेज दी गई। जिन चैट को मिली: { $sent }।
   *[other] घोषणा भेज दी गई। जिन चैट को मिली: { $sent }; जिन तक नहीं पहुँची: { $failed }।
}
stats-chart-digests = डाइजेस्ट
stats-chart-articles = नए लेख
stats-chart-failures = जो संदेश नहीं जा सके
notice-source-dead = एक दिन से मैं { $name } नहीं पढ़ पा रहा: { $reason }। उसका हाल और उपाय /sources में है।
notice-source-off = { $name } हमेशा के लिए हट गया और बंद कर दिया गया: { $reason }। उसका हाल और उपाय /sources में है।
notice-sources-dead = { $count } स्रोत एक दिन से पढ़े नहीं जा सके: { $names }। क्या नेटवर्क ठीक है? सूची /sources में है।
notice-disk-low = डिस्क लगभग भर गई है: { $free } MB बचे हैं। जगह बनाएँ, या DATA_DIR को किसी बड़ी डिस्क पर रखें।
notice-engine-failed = सारांश इंजन { $engine } नहीं चल रहा ({ $reason })। तब तक सारांश लेखों के ही वाक्य होंगे।
notice-backup-failed = आज का बैकअप नहीं हो सका ({ $reason })। जाँचें कि DATA_DIR में जगह है और उसमें लिखा जा सकता है।
export-json = इस चैट की पसंद: सेटिंग, श्रेणियाँ, फ़िल्टर। प्रोग्राम इसे पढ़ सकते हैं।
export-opml = { $count ->
    [one] आपकी श्रेणियों की { $count } फ़ीड। इस फ़ाइल को हर फ़ीड रीडर ले सकता है।
   *[other] आपकी श्रेणियों की { $count } फ़ीड। इस फ़ाइल को हर फ़ीड रीडर ले सकता है।
}
export-no-feeds = फ़ीड की कोई फ़ाइल नहीं बनी: यहाँ फ़ॉलो की गई ख़बरें किसी सार्वजनिक फ़ीड से नहीं आतीं।
export-failed = फ़ाइलें नहीं भेजी जा सकीं। कृपया बाद में कोशिश करें।
forget-ask = क्या मैं आपको भूल जाऊँ? आपकी श्रेणियाँ, फ़िल्टर, सेटिंग और इतिहास तुरंत हटा दिए जाएँगे, और कोई डाइजेस्ट नहीं आएगा। पहले /export से कॉपी ले सकते हैं।
forget-ask-group = क्या मैं इस चैट को उसके सभी विषयों के साथ भूल जाऊँ? श्रेणियाँ, फ़िल्टर, सेटिंग और इतिहास तुरंत हटा दिए जाएँगे, और कोई डाइजेस्ट नहीं आएगा। पहले /export से कॉपी ले सकते हैं।
forget-button = मुझे भूल जाएँ
forget-kept = सब कुछ वैसा ही रहेगा।
forget-done = हो गया: मैं आपको भूल गया। बॉट के बैकअप से आप पाँच हफ़्तों के भीतर हट जाएँगे। फिर से शुरू करने के लिए /start भेजें। अलविदा!
forget-done-group = हो गया: मैं इस चैट को भूल गया। बॉट के बैकअप से यह पाँच हफ़्तों के भीतर हट जाएगी। मुझे यहाँ से हटाएँ, या फिर से शुरू करने के लिए /start भेजें। अलविदा!
help-own-data =
    <b>आपका डेटा</b>
    /export – आपने जो चुना, फ़ाइलों में
    /forget – मेरे पास आपका जो कुछ है, सब हटाएँ
help-owner =
    <b>मालिक के रूप में आपके लिए</b>
    /sources – हर स्रोत का हाल
    /addsource <i>पता</i> – @चैनल भी; या बस मुझे लिंक भेजें
    /removesource <i>नाम</i>
    /stats – आँकड़े और चार्ट
    /announce <i>पाठ</i> – सभी चैट को लिखें

### Digests outside Telegram
publish-title = मेरे डाइजेस्ट
publish-nothing-yet = अभी कुछ नहीं: आपके अगले डाइजेस्ट की ख़बरें यहाँ दिखेंगी।
publish-unavailable = इस बॉट के मालिक ने यह सुविधा चालू नहीं की है (<code>PUBLISH_URL</code>)।
publish-off = आपके डाइजेस्ट Telegram के बाहर भी पढ़े जा सकते हैं: फ़ीड रीडर में फ़ीड के रूप में, और ब्राउज़र में पेज के रूप में। आपको एक निजी पता मिलेगा; जिसे वह पता हो, वह पढ़ सकता है।
publish-on =
    <b>Telegram के बाहर आपके डाइजेस्ट</b>
    फ़ीड: { $feed }
    पेज: { $page }

    जिसे यह पता मालूम हो, वह पढ़ सकता है। नया पता बनते ही पुराना बंद हो जाता है।
publish-in-private = यह पता गुप्त है, इसलिए मैं इसे सिर्फ़ हमारी निजी चैट में दिखाता हूँ।
publish-button-private = निजी चैट खोलें
publish-button-on = निजी पता बनाएँ
publish-button-new = नया पता
publish-button-off = प्रकाशित करना बंद करें

### Recaps
recap-title = आपका हफ़्ता
recap-stories = { $count ->
    [one] { $count } ख़बर
   *[other] { $count } ख़बरें
}
recap-told = { $sources ->
    [one] { $sources } स्रोत
   *[other] { $sources } स्रोत
}, { $reports ->
    [one] { $reports } रिपोर्ट
   *[other] { $reports } रिपोर्टें
}
recap-began = शुरुआत, { $day }:
recap-empty = अभी रीकैप के लिए कुछ नहीं है: पिछले सात दिनों में कोई ख़बर नहीं आई।
recap-how = “{ $text }” का रीकैप नहीं है, केवल हफ़्ते का है: /recap week। इसे अपने-आप पाने के लिए लिखें, जैसे <code>/schedule रविवार 18:00 रीकैप</code>।
recap-line = हफ़्ते का रीकैप: { $schedule }।
recap-set = सेव हो गया ✓ आपका रीकैप आएगा: { $schedule }। अगला: { $when }।
recap-off = सेव हो गया ✓ रीकैप अब अपने-आप नहीं आएगा। /recap से इसे कभी भी देख सकते हैं।
recap-button-on = 📅 हर रविवार 18:00 बजे
recap-button-off = 🔕 रीकैप अब न भेजें

### Ranking that learns
taste-button-more = ऐसा और
taste-button-less = ऐसा कम
taste-button-less-like = 👎 ऐसा कम…
taste-button-more-like = 👍 ऐसा और…
taste-button-mute = 🔕 यह ख़बर म्यूट करें
taste-button-undo = ↩️ वापस लें
taste-button-clear = 🧹 सारे 👍 और 👎 भूल जाएँ
taste-which-less = किस ख़बर जैसी ख़बरें कम देखना चाहते हैं?
taste-which-more = किस ख़बर जैसी ख़बरें ज़्यादा देखना चाहते हैं?
taste-toast-less = नोट कर लिया: ऐसी ख़बरें कम ✓
taste-toast-more = नोट कर लिया: ऐसी ख़बरें ज़्यादा ✓
taste-learnt-less = 👎 “{ $title }” जैसी ख़बरें अब नीचे आएँगी: { $things }। कोई छिपाई नहीं जाती। मैंने जो सीखा, उसे देखने या मिटाने के लिए: /filters
taste-learnt-more = 👍 “{ $title }” जैसी ख़बरें अब ऊपर आएँगी: { $things }। मैंने जो सीखा, उसे देखने या मिटाने के लिए: /filters
taste-why = <i>👍 और 👎 स्रोतों की तरह गिने जाते हैं: −1 ख़बर को उतना खिसकाता है जितना एक स्रोत कम होने से। भुलवाने के लिए: /filters</i>
taste-word = “{ $word }”
taste-taken-back = वापस लिया ✓
taste-forgotten = भूल गया ✓
taste-list = { $count ->
    [one] आपके 👍 और 👎 से मैंने { $count } बात सीखी। वह ख़बरों को ऊपर या नीचे करती है और किसी को नहीं छिपाती। भुलवाने के लिए उस पर टैप करें।
   *[other] आपके 👍 और 👎 से मैंने { $count } बातें सीखीं। वे ख़बरों को ऊपर या नीचे करती हैं और किसी को नहीं छिपातीं। भुलवाने के लिए किसी पर टैप करें।
}
