# The texts of Tidings in Indonesian, in sections by the part of the program that uses them.
#
# Glosarium: digest = rangkuman · summary = ringkasan · story = berita · article = artikel · report = laporan
# headline = judul berita · category = kategori · source = sumber · feed = feed · follow = ikuti · filter = filter
# mute = bisukan · hide = sembunyikan · alert = peringatan · schedule = jadwal · time zone = zona waktu
# thumbnail = gambar mini · look = tampilan · owner = pemilik. Sapaan: kamu.

## Digests
digest-headlines = Berita utama
digest-stories = { $count } berita
digest-more-stories = { $count } berita lagi
digest-more-headlines = { $count } judul lagi
digest-unlisted = dan { $count } lagi
digest-minutes = waktu baca { $count } menit
digest-good-morning = Selamat pagi
digest-good-afternoon = Selamat siang
digest-good-evening = Selamat malam
digest-end = Sekian.
digest-end-next = Sekian. Rangkuman berikutnya: { $when }
digest-also = juga di:
digest-whole-story = berita selengkapnya
digest-continued-story = yang baru sejak rangkuman terakhirmu
digest-inside = baca di Telegram
digest-quoted = dikutip dari artikel
digest-original-language = bahasa asli ({ $language })
digest-not-translated = tidak diterjemahkan: { $languages }
digest-original = Baca aslinya
digest-part = Bagian { $part } dari { $parts }
digest-read-on = Lanjut membaca: bagian { $part } dari { $parts }
digest-button-why = Kenapa ini?
digest-button-less = Kurangi ini
digest-button-settings = Pengaturan
digest-button-longer = Lebih panjang
digest-button-shorter = Lebih pendek
digest-button-headlines = Berita utama hari ini
digest-why = <b>Kenapa berita ini?</b> Kamu mengikuti kategorinya. Yang diberitakan lebih banyak sumber ada di depan, lalu yang lebih baru.
digest-why-sources = { $others ->
    [0] { $source }
   *[other] { $source } dan { $others } sumber lain
}
digest-why-gone = Aku sudah tidak tahu apa isi rangkuman ini.
digest-less = Apa yang ingin kamu kurangi? 🔕 adalah berita: aku tidak akan mengabarkannya lagi. 🔇 adalah sumber: aku tidak akan menampilkan apa pun darinya. ❌ adalah kategori yang kamu ikuti.
digest-muted = Kamu tidak akan dikabari lagi soal ini ✓
digest-muted-story = Kamu tidak akan dikabari lagi soal “{ $title }”.
digest-longer-all = Hanya ini yang ada. Selebihnya ada di tautan.
digest-nothing-above = Tidak ada apa-apa di atas? Sebagian aplikasi tidak menampilkan rangkuman ini. Ketuk untuk tampilan sederhana.
digest-by = Oleh { $authors }

## Chat
chat-description =
    Beritamu dalam bentuk rangkuman: ikuti topik yang kamu suka, dan aku kirim berita hari itu dengan gambar dan ringkasan singkat, kapan pun kamu mau. Kirimi aku tautan apa saja, nanti aku ringkas.
chat-short-description = Rangkuman berita dari sumber pilihanmu, dan ringkasan tautan apa saja.
chat-command-start = Pilih yang ingin diikuti
chat-command-today = Berita utama hari ini
chat-command-digest = Rangkumanmu sekarang
chat-command-recap = Sorotan minggu ini
chat-command-categories = Semua kategori
chat-command-subscribe = Ikuti kategori
chat-command-unsubscribe = Berhenti mengikuti kategori
chat-command-subscriptions = Yang kamu ikuti
chat-command-summary = Ringkas tautan
chat-command-filter = Sembunyikan berita, atau tampilkan sebagian saja
chat-command-filters = Filter dan yang kamu bisukan
chat-command-mute = Sembunyikan sumber
chat-command-schedule = Kapan rangkuman datang
chat-command-timezone = Zona waktumu
chat-command-language = Ganti bahasaku
chat-command-settings = Semua pengaturan
chat-command-help = Apa yang bisa kulakukan

chat-start-hello = Halo { $name }! 👋 Aku membaca berita untukmu dan mengirim yang penting dalam rangkuman singkat.
chat-start-hello-all = Halo semuanya! 👋 Aku membaca berita untuk kalian dan mengirim yang penting dalam rangkuman singkat.
chat-start-pick = Ketuk yang ingin kamu ikuti:
chat-start-reads = Berita berbahasa { $languages } ada di depan. Kamu juga membaca bahasa lain? Ketuk “🗣 Bahasa yang kubaca”.
chat-start-empty = Belum ada berita yang dimuat. Coba lagi /categories sebentar lagi.
chat-help =
    <b>Berita</b>
    /today – berita utama hari ini, atau /today <i>kategori</i>
    /digest – rangkumanmu sekarang
    /search <i>kata</i> – cari berita; di obrolan mana pun: namaku dan katanya
    /why – kenapa rangkuman terakhirmu berisi berita itu
    /recap – sorotan minggu ini
    /summary <i>tautan</i> – ringkasan halaman apa saja (atau kirim saja tautannya)

    <b>Yang kamu ikuti</b>
    /categories – ketuk untuk mengikuti
    /subscribe <i>nama, nama</i> atau <i>all</i>, dan /unsubscribe
    /subscriptions – daftarmu
    /filter <i>-kata</i> atau <i>+kata</i> – sembunyikan berita, atau tampilkan sebagian saja
    /mute <i>sumber</i> – sembunyikan sumber
    /filters – filter dan yang kamu bisukan
    /alert <i>kata</i> – berita dengan kata itu datang seketika; daftarnya: /alerts

    <b>Pengaturan</b>
    /schedule – kapan rangkuman datang
    /quiet <i>22:00-07:00</i> – jam tanpa berita
    /timezone – zona waktumu
    /language – bahasa pesanku
    /settings – semua pengaturan, juga kanal dan grup yang kamu urus

    <i>Tidak ada apa-apa di tempat rangkuman? Pilih tampilan sederhana di /settings.</i>
chat-hint = Kirimi aku tautan, nanti aku ringkas. Selain itu, lihat /help.
chat-unknown-command = Aku tidak kenal perintah ini. Yang bisa kulakukan ada di /help.
chat-unknown-command-near = Aku tidak kenal { $text }. Maksudmu ini?
chat-plain-command = Maksudmu ini?
chat-owner-refused = Aku tidak bisa lagi menulis di { $chat } ({ $reason }). Rangkumannya dihentikan sementara, dan tidak ada yang dikirim ke obrolan lain.
chat-owner-taken-back = Telegram tidak menerima pesan untuk { $chat } ({ $reason }). Beritanya akan ikut rangkuman berikutnya. Jika hari ini ada lagi, hanya log dan /stats yang mencatatnya.
chat-owner-incident = Menurut Telegram, banyak obrolan sekaligus sudah tidak ada ({ $reason }). Ini tampaknya gangguan di Telegram, jadi aku mempertahankan obrolan itu dan mencoba lagi.
chat-error = Maaf, ada yang salah di pihakku. Coba lagi, ya.
chat-admins-only = Hanya admin yang bisa mengubah pengaturan di sini.
chat-saved = Tersimpan ✓
chat-button-save = Simpan
chat-button-cancel = Batal
chat-button-unknown = Tombol ini sudah tidak berfungsi.
chat-message-too-old = Pesan ini terlalu lama untuk itu. Kirim lagi perintahnya.
chat-article-gone = Artikel ini sudah tidak ada.

chat-button-digest-now = 🗞 Rangkuman sekarang
chat-button-schedule = ⏰ Jadwal
chat-button-categories = 📚 Kategori
chat-button-leave-all = ❌ Berhenti mengikuti semua
chat-button-longer = ➕ Lebih panjang
chat-button-shorter = ➖ Lebih pendek
chat-button-read-here = 📖 Baca di sini
chat-button-timezone = 🌍 Zona waktu
chat-button-location = 📍 Lokasiku
chat-button-language = 💬 Bahasa antarmuka
chat-button-summary-language = 📝 Bahasa ringkasan
chat-button-reading = 🗣 Bahasa yang kubaca
chat-button-pictures-on = 🖼 Tampilkan gambar
chat-button-pictures-off = 🖼 Tanpa gambar
chat-button-look = 🎨 Tampilan rangkuman
chat-button-layout = 🗂 Satu pesan atau beberapa
chat-button-my-language = 🌐 Dalam bahasaku

chat-categories = Ketuk yang ingin kamu ikuti.
chat-categories-counts = Angkanya menunjukkan jumlah artikel baru hari ini.
chat-category-gone = Kategori ini sudah tidak ada.
chat-joined = Kamu sekarang mengikuti { $name }.
chat-already-following = Kamu sudah mengikuti { $name }.
chat-join-covered = { $name } sudah termasuk: kamu mengikuti { $parent }.
chat-join-too-many = Kamu bisa mengikuti paling banyak { $count } kategori. Hapus satu dulu: /subscriptions
chat-join-ambiguous = Ada beberapa kategori bernama “{ $name }”. Yang mana?
chat-join-near = Tidak ada kategori “{ $name }”. Maksudmu salah satu dari ini?
chat-join-unknown = Tidak ada kategori “{ $name }”. Lihat daftarnya:
chat-left = Kamu tidak lagi mengikuti { $name }.
chat-not-following = Kamu tidak mengikuti { $name }.
chat-left-all = { $count } kategori dihapus. Kamu tidak lagi mengikuti apa pun.
chat-leave-covered = { $name } adalah bagian dari { $parent } yang kamu ikuti. Untuk menghentikannya, berhentilah mengikuti { $parent }.
chat-leave-unknown = Kamu tidak mengikuti “{ $name }”.
chat-subscriptions = Kamu mengikuti { $count } kategori. Ketuk untuk menghapusnya.
chat-subscriptions-empty = Kamu belum mengikuti apa pun.

filter-button-all = 🧹 Semua filter
filter-usage =
    Tulis dengan “-” apa yang disembunyikan, atau dengan “+” apa yang ditampilkan saja. Sebelum ada yang disimpan, kamu melihat dulu hasilnya.

    <code>/filter -sepakbola</code> menyembunyikan berita dengan kata ini
    <code>/filter +"perubahan iklim"</code> hanya menampilkan berita dengan frasa ini
    <code>/filter source:NAMA</code> hanya menampilkan sumber ini, <code>-source:NAMA</code> menyembunyikannya
    <code>/filter lang:en,zh</code> hanya menampilkan bahasa-bahasa ini, <code>-lang:de</code> menyembunyikan satu

    /filters berisi yang kamu punya. /mute menyembunyikan sumber.
filter-no-sign = “{ $name }” mau disembunyikan, atau hanya itu yang ditampilkan? Tulis <code>-{ $part }</code> untuk menyembunyikan, <code>+{ $part }</code> untuk menampilkan itu saja. Frasa ditulis dalam tanda kutip.
filter-no-end = Tanda kutipnya tidak ditutup: { $part }
filter-no-word = Tidak ada kata dalam “{ $part }”.
filter-no-language = Aku tidak kenal bahasa dalam “{ $part }”. Tulis kodenya: <code>lang:en</code>, <code>lang:zh,ja</code>.
filter-too-long = Ini terlalu panjang untuk satu filter: “{ $part }”. Paling banyak 60 karakter.
filter-too-many-typed = Terlalu banyak sekaligus. Kirim paling banyak 20 filter dalam satu pesan.
filter-too-many = Kamu bisa punya paling banyak { $count } filter. Hapus satu dulu: /filters
filter-contradiction = “{ $part }” tidak bisa disembunyikan sekaligus ditampilkan sendiri. Hapus salah satunya dulu: /filters
filter-have-already = Kamu sudah punya filter ini.
filter-preview = { $count ->
   *[other] <b>Filter barumu</b>
}
filter-preview-effect = Dalam tujuh hari terakhir, ini akan menyembunyikan { $hidden } dari { $stories ->
   *[other] { $stories }
} berita yang kamu ikuti.
filter-preview-more = … dan { $count } lagi
filter-preview-nothing = Dalam tujuh hari terakhir tidak ada berita yang kamu ikuti untuk mencobanya.
filter-saved = { $count ->
   *[other] Tersimpan. Berlaku mulai sekarang:
}
filter-cancelled = Tidak ada yang disimpan.
filter-removed = Dihapus: { $rule }
filter-gone = Itu sudah dihapus.
filters-list = Kamu punya { $count } filter dan sumber atau berita yang dibisukan. Ketuk untuk menghapusnya.
filters-empty = Kamu belum punya filter. <code>/filter -kata</code> menyembunyikan berita, <code>/filter +kata</code> menampilkan sebagian saja, /mute menyembunyikan sumber.
mute-usage = Sumber mana yang disembunyikan? Tulis namanya: <code>/mute NAMA</code>
mute-which = Sumber mana yang disembunyikan? Ini sumber rangkuman terakhirmu. Untuk yang lain, tulis namanya: <code>/mute NAMA</code>
mute-near = Aku tidak kenal sumber “{ $name }”. Maksudmu salah satu dari ini?
mute-unknown = Aku tidak kenal sumber “{ $name }”.
mute-done = 🔇 Kamu tidak akan melihat apa pun lagi dari { $name }. Berita yang juga diberitakan sumber lain tetap datang dari mereka.
mute-already = 🔇 { $name } sudah disembunyikan.
mute-too-many = Kamu bisa menyembunyikan paling banyak { $count } sumber. Hapus satu dulu: /filters
mute-story-ended = Kamu akan dikabari lagi soal perkembangannya.

chat-next-at = Rangkuman berikutnya: { $when }.
chat-next-instant = Berita datang begitu terbit.
chat-next-off = Rangkuman sedang dimatikan. Nyalakan dengan /schedule.
chat-when-today = hari ini pukul { $time }
chat-when-tomorrow = besok pukul { $time }
chat-when-day = { $day }, { $time }
chat-when-zone = { $when } ({ $zone })

chat-today-gathering = 🔎 Melihat-lihat berita hari ini…
chat-today-empty = Hari ini belum ada yang baru.
chat-today-empty-category = Hari ini tidak ada yang baru di { $name }.
chat-today-last-24-hours = Sejak tengah malam berita masih sedikit, jadi ini yang dari 24 jam terakhir.
chat-today-which = Kategori mana yang kamu maksud dengan “{ $name }”?
chat-today-unknown = Tidak ada kategori “{ $name }”. Semuanya ada di /categories.
chat-digest-coming = 🗞 Mencari yang baru sejak rangkuman terakhirmu…
chat-too-many-commands = Banyak sekali sekaligus. Beri aku satu menit, ya.
chat-digest-waiting = Masih ada rangkuman yang menunggu untuk obrolan ini: untuk sementara Telegram tidak mengizinkanku mengirim lagi di sini. Rangkuman itu datang begitu diizinkan.
chat-digest-empty = Tidak ada yang baru sejak rangkuman terakhirmu. Berita utama hari ini ada di /today.
chat-digest-filters = Kamu punya filter: mungkin ada berita yang disembunyikannya.
chat-digest-follow-first = Kamu belum mengikuti apa pun. Pilih kategori dulu.
chat-digest-too-often = Kamu baru saja menerima beberapa rangkuman. Tunggu beberapa menit, ya.

chat-schedule-now = Rangkuman: { $schedule }.
chat-schedule-zone = Zona waktu: { $zone }. Ganti dengan /timezone.
chat-schedule-how = Pilih di bawah, atau tulis sendiri: <code>/schedule 08:00 18:30</code>
chat-schedule-unknown = Aku tidak mengerti “{ $text }”. Coba <code>/schedule 08:00</code>, <code>/schedule hari kerja 07:30</code>, <code>setiap jam</code>, <code>langsung</code> atau <code>mati</code>.
chat-schedule-when = Pukul berapa? Tulis jamnya di belakang: <code>/schedule { $text } 08:00</code>
chat-schedule-same-times = Rangkuman bisa datang pada hari tertentu saja, tetapi pada jam yang sama: <code>/schedule hari kerja 07:30</code>
chat-schedule-times = { $days } pukul { $times }
chat-schedule-hourly = setiap jam
chat-schedule-instant = begitu ada berita
chat-schedule-off = mati
chat-days-all = setiap hari
chat-days-workdays = pada hari kerja
chat-days-weekend = pada akhir pekan
chat-days-some = setiap { $days }
chat-schedule-button-weekdays = Hari kerja { $time }
chat-schedule-button-hourly = Setiap jam
chat-schedule-button-instant = ⚡ Langsung
chat-schedule-button-off = 🔕 Mati

chat-timezone-now = Zona waktumu { $zone }, di sana sekarang pukul { $time }.
chat-timezone-how = Untuk menggantinya, ketuk salah satu, atau tulis nama kota mana pun: <code>/timezone Surabaya</code>
chat-timezone-which = Yang mana maksudmu dengan “{ $text }”?
chat-timezone-unknown = Aku tidak kenal “{ $text }”. Coba kota yang lebih besar di dekatmu, negara, atau selisih waktu: <code>/timezone UTC+7</code>. Atau ketuk salah satu:
chat-timezone-ask =
    <b>Jam berapa di tempatmu?</b>
    Kukira pukul { $time } ({ $zone }). Ketuk jammu, atau tulis nama kotamu: <code>/timezone Surabaya</code>
chat-location-ask =
    Ketuk tombol di bawah untuk mengirim lokasimu. Aku hanya mencari zona waktunya, dan tidak menyimpannya.
    Tidak ada tombol? Lampirkan lokasimu dengan 📎, atau tulis nama kotamu: <code>/timezone Surabaya</code>
chat-location-share = 📍 Kirim lokasiku
chat-location-unknown = Aku tidak bisa mengetahui zona waktu tempat itu. Tulis nama kota di dekatnya: <code>/timezone Surabaya</code>

chat-language-name = Bahasa Indonesia
chat-language = Aku harus berbahasa apa?
chat-language-set = Sekarang aku berbahasa Indonesia.
chat-language-unknown = Aku belum bisa bahasa “{ $text }”. Aku bisa bahasa-bahasa ini:

chat-look-compact = Ringkas
chat-look-pictures = Gambar besar
chat-look-headlines = Judul saja
chat-look-simple = Tampilan sederhana
chat-look =
    <b>Seperti apa tampilan rangkuman?</b> Dari kiri ke kanan:
    <b>Ringkas</b> – berita pertama dengan gambarnya; ketuk yang lain untuk membukanya.
    <b>Gambar besar</b> – setiap berita di bawah gambarnya.
    <b>Judul saja</b> – judul yang bisa diketuk.
    <b>Tampilan sederhana</b> – pesan biasa, untuk aplikasi yang tidak bisa menampilkan yang lain.
chat-simple-look-set = Mulai sekarang rangkumanmu datang dalam tampilan sederhana.
chat-layout-edition = Halaman depan, lalu kategori
chat-layout-categories = Satu pesan per kategori
chat-layout-together = Semua dalam satu pesan
chat-layout =
    <b>Bagaimana rangkuman beberapa kategori dikirim?</b>
    <b>Halaman depan, lalu kategori</b> – semua judul dalam satu pesan; lalu, tanpa suara, satu pesan per kategori.
    <b>Satu pesan per kategori</b> – tanpa halaman depan.
    <b>Semua dalam satu pesan</b> – dengan satu bagian per kategori.

chat-settings = <b>Pengaturan</b>
chat-settings-ui = Bahasa antarmuka: { $language }.
chat-settings-summaries = Bahasa ringkasan: { $language }.
chat-settings-summaries-original = Bahasa ringkasan: bahasa tiap artikel.
chat-settings-look = Tampilan rangkuman: { $look }.
chat-settings-layout = Beberapa kategori: { $layout }.
chat-settings-pictures = Gambar: { $state ->
    [on] ditampilkan
   *[off] disembunyikan
}.
chat-summary-language-original = Bahasa artikel itu sendiri
chat-summary-language = Kamu ingin ringkasan dalam bahasa apa?
chat-summary-language-cannot = Bot ini belum bisa menerjemahkan. Ringkasannya berupa kalimat dari artikel, jadi tetap dalam bahasa aslinya.
chat-reading =
    <b>Bahasa yang kubaca</b>
    Ketuk setiap bahasa yang kamu baca. Di bawahnya, tentukan bagaimana dengan berita dalam bahasa lain.
chat-reading-any = Bahasa apa saja
chat-reads = Bahasa: { $languages }.
chat-reads-any = Bahasa: apa saja.
chat-others-last = Berita dalam bahasa lain ada di akhir.
chat-others-left-out = Berita dalam bahasa lain tidak ditampilkan.
chat-others-translated = Berita dalam bahasa lain diterjemahkan.
chat-others-cannot = Bot ini belum bisa menerjemahkan, jadi berita itu ada di akhir.
chat-others-button-last = Lainnya di akhir
chat-others-button-left-out = Tanpa lainnya
chat-others-button-translated = Terjemahkan

chat-link-usage = Kirimi aku tautan: <code>/summary https://…</code>, atau balas /summary ke pesan yang berisi tautan.
chat-link-reading = ⏳ Membaca { $host }…
chat-link-working = Sebentar…
chat-link-writing = ✍️ ringkasan yang lebih baik sedang ditulis…
chat-link-one-at-a-time = Aku masih mengerjakan tautan terakhirmu. Sebentar, ya.
chat-link-too-many = Banyak sekali tautannya. Tunggu beberapa menit, ya.
chat-link-queue-full = Sekarang banyak orang sedang mengirim tautan. Coba lagi sebentar lagi.
chat-link-failed = Aku tidak bisa membaca halaman ini. Mungkin perlu login, atau bukan artikel.
chat-link-too-slow = Halaman ini terlalu lama merespons. Coba lagi nanti.
chat-link-stopped = Dihentikan. Kirim lagi tautannya kalau masih mau.
chat-link-nothing-to-summarize = Teks di sini terlalu sedikit untuk diringkas.
chat-link-no-longer = Hanya ini yang ada. “📖 Baca di sini” menampilkan seluruh artikel.
chat-link-reading-time = waktu baca { $minutes } menit

## Stories
story-tellings = { $count } laporan
story-sources = dari { $count } sumber
story-how-told = Bagaimana diberitakan
story-first = laporan pertama
story-comes-back = kembali dengan kabar baru
story-new = Yang baru:
story-more-tellings = { $count } laporan lagi
story-unlisted = { $count } laporan tidak tercantum.
story-why = Kenapa ini satu berita
story-why-alike = { $source } punya kata-kata yang sama dengan { $other }: { $words }
story-why-copy = { $source } punya teks yang sama dengan { $other }
story-why-repeated = { $source } mengulang laporannya sendiri
story-why-page = { $source } memuat halaman yang sama dengan { $other }
story-another = laporan sebelumnya
story-all-said = Hanya itu isi artikelnya.
story-also-told = juga diberitakan oleh:
story-button-part = ✂️ Pisahkan: { $source }
story-button-part-sure = ✂️ Pisahkan selamanya
story-button-keep = Batal
story-part-ask = “{ $title }” akan menjadi berita tersendiri. Ini tidak bisa dibatalkan.
story-parted = Selesai: sekarang ini berita tersendiri.
story-part-owner = Hanya pemilik bot ini yang boleh memisahkan laporan dari sebuah berita.

## Loading
fetch-problem-refused-address = Aku tidak boleh membaca alamat itu.
fetch-problem-refused-address-remedy = Pakai alamat publik. Jika itu server milikmu, cantumkan di FETCH_TRUSTED_HOSTS.
fetch-problem-bad-url = Itu bukan alamat web yang bisa kubaca.
fetch-problem-bad-url-remedy = Berikan alamat lengkap, diawali https://.
fetch-problem-dns = Tidak ada situs dengan nama itu.
fetch-problem-dns-remedy = Periksa ejaan alamatnya, dan koneksi internet mesin ini.
fetch-problem-tls = Sertifikat situs itu tidak sah.
fetch-problem-tls-remedy = Buka alamatnya di peramban. Jika peramban juga memperingatkan, hanya situs itu yang bisa memperbaikinya. Server milikmu sendiri perlu sertifikat yang dipercaya mesin ini: cantumkan di SSL_CERT_FILE.
fetch-problem-connect = Situs itu tidak bisa dihubungi.
fetch-problem-connect-remedy = Ini sering pulih sendiri: coba lagi nanti.
fetch-problem-connect-remedy-source = Tidings akan mencoba lagi sendiri.
fetch-problem-proxy = Proksi tidak meloloskan Tidings.
fetch-problem-proxy-remedy = Periksa FETCH_PROXY: alamat, porta, nama pengguna, dan kata sandinya.
fetch-problem-timeout = Situs itu terlalu lama menjawab.
fetch-problem-timeout-remedy = Ini sering pulih sendiri: coba lagi nanti.
fetch-problem-timeout-remedy-source = Tidings akan mencoba lagi sendiri.
fetch-problem-too-large = Halamannya terlalu besar.
fetch-problem-too-large-remedy = Hanya situs itu yang bisa memperbaikinya.
fetch-problem-too-large-remedy-feed = Cari feed yang lebih pendek dari situs yang sama.
fetch-problem-wrong-type = Di alamat itu tidak ada halaman atau feed, melainkan berkas jenis lain.
fetch-problem-wrong-type-remedy = Berikan alamat feed atau halamannya sendiri, bukan alamat gambar, video, atau dokumen.
fetch-problem-bad-encoding = Situs itu memampatkan jawabannya dengan cara yang tidak bisa kubaca.
fetch-problem-bad-encoding-remedy = Hanya situs itu yang bisa memperbaikinya.
fetch-problem-bad-answer = Jawaban situs itu melanggar aturan HTTP, jadi tidak bisa kubaca.
fetch-problem-bad-answer-remedy = Hanya situs itu yang bisa memperbaikinya.
fetch-problem-redirects = Alamat itu terlalu sering mengalihkan, atau mengalihkan ke alamat yang tidak aman.
fetch-problem-redirects-remedy = Buka di peramban dan pakai alamat yang akhirnya ditampilkan.
fetch-problem-status = Situs itu tidak memberikan halamannya.
fetch-problem-status-remedy = Buka alamatnya di peramban; mungkin sudah pindah atau meminta login.
fetch-problem-not-found = Tidak ada apa-apa di alamat itu.
fetch-problem-not-found-remedy = Periksa ejaannya.
fetch-problem-not-found-remedy-feed = Atau berikan alamat situsnya sendiri: `tidings sources add` mencari feed di sana.
fetch-problem-forbidden = Situs itu tidak mengizinkan Tidings membacanya.
fetch-problem-forbidden-remedy = Situs itu meminta login, atau tidak mengizinkan bot.
fetch-problem-forbidden-remedy-feed = Cari feed lain dari situs yang sama, atau baca lewat RSSHub milikmu sendiri (FETCH_TRUSTED_HOSTS).
fetch-problem-forbidden-remedy-source = Jika kamu punya akunnya, cantumkan di sources.toml: username dengan password, atau headers.
fetch-problem-robot-check = Perlindungan bot situs itu menghentikan Tidings dan meminta peramban.
fetch-problem-robot-check-remedy = Tidings tidak menerobos perlindungan seperti itu.
fetch-problem-robot-check-remedy-feed = Minta situs itu meloloskan pembaca feed, cari feed lainnya, atau baca lewat RSSHub milikmu sendiri (FETCH_TRUSTED_HOSTS).
fetch-problem-server-error = Situs itu sendiri sedang bermasalah.
fetch-problem-server-error-remedy = Ini sering pulih sendiri: coba lagi nanti.
fetch-problem-server-error-remedy-source = Tidings akan mencoba lagi sendiri.
fetch-problem-gone = Halaman itu sudah dihapus selamanya.
fetch-problem-gone-remedy = Cari alamat barunya.
fetch-problem-gone-remedy-source = Sumber ini dimatikan; `tidings fetch --source NAMA` mencobanya sekali lagi, `tidings sources remove NAMA` menghapusnya.
fetch-problem-rate-limited = Situs itu meminta Tidings menunggu sebelum permintaan berikutnya.
fetch-problem-rate-limited-remedy = Coba lagi nanti.
fetch-problem-rate-limited-remedy-source = Tidings menunggu selama yang diminta situs itu. FETCH_INTERVAL yang lebih panjang membantu.
feed-problem-empty = Jawaban situs itu kosong.
feed-problem-empty-remedy = Ini sering pulih sendiri: coba lagi nanti.
feed-problem-empty-remedy-source = Tidings akan mencoba lagi sendiri.
feed-problem-web-page = Di alamat itu ada halaman web, bukan feed.
feed-problem-web-page-remedy = `tidings sources add ALAMAT` mencari feed halaman itu.
feed-problem-robot-check = Situs itu menampilkan pemeriksaan bot sebagai ganti feed-nya.
feed-problem-robot-check-remedy = Tidings tidak menerobos pemeriksaan seperti itu. Minta situs itu meloloskan pembaca feed, cari feed lainnya, atau baca lewat RSSHub milikmu sendiri (FETCH_TRUSTED_HOSTS).
feed-problem-list = Itu daftar feed, bukan feed.
feed-problem-list-remedy = Simpan sebagai berkas; `tidings sources import BERKAS` mengambil semua feed-nya.
feed-problem-broken = Feed itu rusak dan tidak bisa diperbaiki.
feed-problem-broken-remedy = Hanya situs itu yang bisa memperbaikinya. Mungkin ada feed lain.
feed-problem-other = Tidak ada feed di alamat itu.
feed-problem-other-remedy = Berikan alamat feed-nya sendiri; `tidings sources add` mencarinya di halaman situs.
feed-problem-no-channel = Kanal Telegram itu tidak punya halaman publik.
feed-problem-no-channel-remedy = Hanya kanal publik yang kirimannya ditampilkan peramban di t.me/s/NAMA yang bisa dibaca; kanal pribadi, grup, dan orang tidak punya halaman itu. Periksa namanya, atau minta feed kepada pemilik kanal.
load-no-feed-found = Aku tidak menemukan feed di sana.
load-no-feed-found-remedy = Cari tautan bernama RSS atau Atom di situs itu dan berikan alamatnya.
load-page-unreadable = Aku tidak menemukan artikel di halaman itu. Mungkin perlu login.
page-problem-paywall = Artikel ini untuk pelanggan; aku hanya melihat yang ditampilkan situs kepada semua orang.
page-problem-consent = Situs itu meminta persetujuan kuki sebelum menampilkan halaman ini, dan aku tidak bisa memberikannya.
page-problem-login = Situs itu meminta login sebelum menampilkan halaman ini.
page-problem-robots = Situs itu memeriksa apakah ada orang dengan peramban sebelum menampilkan halaman ini.
page-problem-teaser = Halaman ini hanya menampilkan beberapa baris teks.
page-problem-no-article = Ini bukan artikel. Teksnya adalah keterangan halaman itu sendiri.
page-problem-document = Ini dokumen, misalnya PDF. Aku hanya bisa meringkas halaman web.
page-problem-picture = Ini gambar. Aku hanya bisa meringkas halaman web.
page-problem-sound = Ini rekaman suara. Aku hanya bisa meringkas halaman web.
page-problem-film = Ini video. Aku hanya bisa meringkas halaman web.
page-problem-feed = Ini feed berita, bukan artikel. Kirimi aku tautan salah satu artikelnya.
page-problem-file = Ini berkas untuk diunduh. Aku hanya bisa meringkas halaman web.
load-folder-unreadable = Folder itu tidak bisa dibaca.
load-folder-unreadable-remedy = Periksa jalurnya di sources.toml, dan apakah Tidings boleh membaca folder itu.
load-switched-off = Sumber ini dimatikan di sources.toml.
load-switched-off-remedy = Hapus `enabled = false` di sana untuk membacanya lagi.
load-not-stored = Artikel baru tidak bisa disimpan.
load-not-stored-remedy = Periksa apakah disk masih punya ruang dan tidak ada program lain yang memakai basis data.
load-broke = Kesalahan di Tidings menghentikan pembacaan.
load-broke-remedy = Rinciannya ada di log. Mohon laporkan.
source-exists = Kamu sudah punya sumber itu.

## Figures
stats-articles = Artikel: { $count }, di antaranya { $lately } dalam 24 jam terakhir.
stats-sources = Sumber: { $count }, di antaranya { $failing } bermasalah dan { $off } dimatikan.
stats-chats = Obrolan: { $count }, dengan { $subscriptions } langganan.
stats-messages = Pesan: { $waiting } menunggu, { $sent } terkirim, { $dead } gagal dikirim.
stats-unknown = Pesan yang mungkin sampai, mungkin tidak: { $count }. Rangkuman di antaranya dikirim sekali lagi.
stats-engine = Mesin ringkasan: { $engine }.
stats-engine-ready = siap
stats-engine-downloading = sedang diunduh
stats-engine-loading = sedang dimuat
stats-engine-failed = tidak berjalan
stats-engine-verified = { $engine }, dibaca ulang oleh { $verifier }
stats-summaries = Ringkasan oleh { $engine }: { $count }.
stats-summaries-waiting = Ringkasan yang menunggu: { $count }.
stats-rejected = Kalimat yang ditolak pemeriksaan: { $count } ({ $reasons }).
stats-reason = { $reason ->
    [number] angka salah: { $count }
    [date] tanggal salah: { $count }
    [name] nama yang tidak ada di artikel: { $count }
    [quote] kutipan diubah: { $count }
    [claim] pernyataan yang tidak ada di artikel: { $count }
    [link] tautan: { $count }
    [mention] tagar atau sebutan akun: { $count }
    [command] perintah bot: { $count }
    [contact] data kontak: { $count }
    [order] ajakan bertindak: { $count }
    [abuse] hinaan: { $count }
    [language] bahasa lain: { $count }
    [loop] pengulangan: { $count }
    [shape] kalimat tidak lengkap: { $count }
    [remark] komentar model: { $count }
    [subject] melenceng dari topik: { $count }
    [title] hanya mengulang judul: { $count }
    [too_long] terlalu panjang: { $count }
    [worse_than_extract] tidak lebih baik dari petikan: { $count }
    [second_reader] diragukan pembaca kedua: { $count }
    [empty] tidak ada yang tersisa: { $count }
   *[other] { $reason }: { $count }
}

### Alerts, quiet hours, followed stories
chat-command-alert = Terima berita seketika
chat-command-alerts = Peringatanmu
chat-command-quiet = Jam tanpa berita

alert-usage =
    Apa yang harus kukabarkan seketika, apa pun jadwalmu? Aku memeriksa semua yang kubaca, bukan hanya yang kamu ikuti.

    <code>/alert gempa</code> – berita dengan kata ini
    <code>/alert "perubahan iklim" banjir</code> – dengan frasa ini atau kata ini
    <code>/alert kereta -mogok lang:id</code> – tanpa satu kata, dalam satu bahasa
    <code>/alert source:NAMA</code> – semua dari sumber ini

    Yang kamu sembunyikan atau bisukan tetap tersembunyi, kecuali peringatan menyebutnya. Setelah { $count } pesan dalam satu jam, sisanya datang bersama. Daftarmu: /alerts
alert-no-word = Kata apa yang kutunggu? Peringatan perlu sebuah kata, atau sumber: <code>/alert gempa</code>
alert-contradiction = Aku tidak bisa menunggu “{ $part }” sekaligus membuangnya.
alert-have-already = Kamu sudah punya peringatan ini.
alert-too-many = Kamu bisa punya paling banyak { $count } peringatan, termasuk berita yang kamu ikuti. Hapus satu dulu: /alerts
alert-button-all = 🔔 Semua peringatan
alert-preview = <b>Peringatan barumu</b>
alert-preview-any = Salah satu kata ini sudah cukup.
alert-preview-effect = { $count ->
    [0] Dalam tujuh hari terakhir tidak akan ada berita yang datang.
   *[other] Dalam tujuh hari terakhir akan datang { $count } berita:
}
alert-saved = Tersimpan. Mulai sekarang berita seperti itu langsung datang: { $alert }
alert-cancelled = Tidak ada yang disimpan.
alert-removed = Dihapus: { $alert }
alert-gone = Peringatan itu sudah dihapus.
alert-back = Kamu menerimanya lagi: { $alert }
alert-stopped = Dihentikan: { $alert }
alert-button-stop = 🔕 Hentikan: { $alert }
alert-button-again = 🔔 Terima lagi: { $alert }
alert-heading = 🔔 Peringatan: { $alert }
alert-heading-story = 📌 Berita yang kamu ikuti
alerts-list = Kamu punya { $count } peringatan. Ketuk untuk menghapusnya. 📌 adalah berita yang kamu ikuti.
alerts-empty = Kamu belum punya peringatan. Dengan <code>/alert kata</code>, berita yang memuat kata itu langsung dikirim.

quiet-now = Jam tenang dari { $start } sampai { $end } ({ $zone }): berita menunggu, lalu datang dalam satu rangkuman.
quiet-now-alerts = Jam tenang dari { $start } sampai { $end } ({ $zone }): berita menunggu, lalu datang dalam satu rangkuman. Peringatan tetap datang.
quiet-none = Tidak ada jam tenang: berita datang pada waktunya.
quiet-how = Pilih jammu, atau tulis: <code>/quiet 22:00-07:00</code>, <code>/quiet 22:00-07:00 kecuali peringatan</code>, <code>/quiet matikan</code>
quiet-unknown = Aku tidak mengerti “{ $text }”. Tulis dari jam berapa sampai jam berapa: <code>/quiet 22:00-07:00</code>
quiet-button = 🌙 Jam tenang
quiet-button-alerts = 🔔 Peringatan tetap datang
quiet-button-off = Tanpa jam tenang
quiet-setting = Jam tenang: { $start }–{ $end } ({ $zone }).
quiet-setting-alerts = Jam tenang: { $start }–{ $end } ({ $zone }), kecuali peringatan.
quiet-setting-none = Jam tenang: tidak ada.

story-button-follow = 📌 Ikuti
story-button-unfollow = ✅ Diikuti
story-button-mute = 🔕 Bisukan berita ini
story-button-unmute = ✅ Dibisukan: kabari lagi
story-button-mute-source = 🔇 Bisukan { $source }
story-button-unmute-source = ✅ Dibisukan: tampilkan { $source }
story-follow-done = Kalau ada perkembangan, langsung kukabari. Daftarnya: /alerts
story-follow-ended = Kamu tidak lagi mengikuti berita ini.
story-source-muted = Kamu tidak akan melihat apa pun lagi dari { $source }.
story-source-unmuted = Kamu akan melihat { $source } lagi.
digest-button-follow = Ikuti
digest-button-hide-word = 🙈 Sembunyikan kata…
digest-hide-word = Berita dengan kata apa yang disembunyikan? Sebelum disimpan, kamu melihat dulu hasilnya.
digest-hide-word-none = Tidak ada kata yang bisa ditawarkan di sini. Tulis sendiri: <code>/filter -kata</code>

### Search, inline mode and /why
chat-command-search = Cari berita
chat-command-why = Kenapa berita ini?
search-usage =
    Apa yang dicari? Semua kata harus ada di berita, secara utuh.

    <code>/search pelabuhan jembatan</code> menemukan kedua kata
    <code>/search "perubahan iklim"</code> menemukan frasa ini
    <code>/search jembatan -sepakbola</code> membuang berita dengan kata kedua
    <code>/search jembatan source:NAMA lang:en,zh</code> hanya mencari di sumber ini dan bahasa-bahasa ini

    Di obrolan mana pun: tulis namaku dan katanya, lalu pilih kartu.
search-too-long = Ini terlalu panjang untuk dicari. Paling banyak { $count } karakter, dan 60 per kata atau frasa: <code>/search pelabuhan jembatan</code>
search-contradiction = Berita tidak bisa memuat sekaligus tidak memuat “{ $part }”. Buang salah satunya.
search-only-hidden = Itu hanya menyebut apa yang dibuang. Sebutkan juga apa yang dicari: <code>/search jembatan -sepakbola</code>
search-one-letter = “{ $part }” saja ada di hampir semua berita. Tulis kata yang utuh: <code>/search jembatan</code>
search-sign = Aku mencari kata, bukan tanda seperti “{ $part }”. Tulis sebuah kata: <code>/search jembatan</code>
search-count = { $count } berita
search-newest = { $count } terbaru
search-filtered = dengan filtermu
search-button-filtered = 🧹 Dengan filterku
search-button-all = Tanpa filterku
search-nothing = Tidak ada hasil untuk { $query }.
search-unknown = Tidak ada di berita mana pun: { $words }
search-try = Coba kata yang lebih sedikit atau yang lain: setiap kata harus ada di berita secara utuh (“jembatannya” bukan “jembatan”). Frasa ditulis dalam tanda kutip, dan <code>-kata</code> membuang berita.
search-all-hidden = Filtermu menyembunyikan semua hasil untuk { $query }.
search-inline-more = Tidak ada hasil. Kata lain?
search-inline-whole = Tulis kata yang utuh
why-languages-first = Bahasamu didahulukan.
why-kept = lolos berkat { $rules }
why-left-out = { $count ->
   *[other] <b>Tidak dimuat:</b> { $count } berita
}
why-left-rule = disembunyikan oleh { $rule }
why-left = • { $reason }: { $stories }
why-left-muted = 🔕 berita yang dibisukan
why-left-told = sudah dikabarkan
why-left-language = dalam bahasa yang tidak kamu pilih
why-left-room = tidak muat
why-left-then = saat itu belum diikuti atau disembunyikan
why-get = <i>/filters menghapus filter dan yang dibisukan, bahasamu ada di /settings. /today dan /search menampilkan yang ada.</i>
why-nothing-left-out = Tidak ada yang terlewat.
why-alert = Ini datang dari salah satu peringatanmu: katanya tertulis di atas berita. Lihat dan hapus lewat /alerts.
why-no-digest = Kamu belum pernah menerima rangkuman. /digest mengirimnya sekarang.

### Channels, groups and topics
place-heading = Untuk <b>{ $chat }</b>:
place-greeting = Di sini hanya admin yang menentukan apa yang kukirim. Yang lain boleh memintaku /today kapan saja.
place-button-places = 📣 Kanal dan grup
place-button-add-channel = ➕ Tambahkan ke kanal
place-button-add-group = ➕ Tambahkan ke grup
place-button-choose-channel = 📣 Pilih kanal
place-button-choose-group = 👥 Pilih grup
place-list = Kamu mengurus { $count } kanal dan grup. Ketuk untuk melihat pengaturannya.
place-list-empty = Dari sini kamu bisa mengurus kanal dan grup, kalau kamu admin di sana.
place-how = Semua perintah pengaturan juga bisa didahului nama: <code>/subscribe @channel Dunia</code>
place-ask-channel =
    Ketuk tombol di bawah dan pilih kanalnya. Aku hanya perlu izin mengirim pesan.
    Tidak ada tombol? Pakai tautan ini: { $link }
place-ask-group =
    Ketuk tombol di bawah dan pilih grupnya.
    Tidak ada tombol? Pakai tautan ini: { $link }
place-chosen = Dipilih: <b>{ $chat }</b>
place-this-chat = obrolan ini
place-private-only = Kanal dan grup lain diurus lewat obrolan pribadi denganku. Di sini, jangan tulis namanya.
place-digest-sent = Rangkumannya sedang dikirim ke sana.
place-language-set = Mulai sekarang aku memakai bahasa { $language } di sana.
place-unknown = Aku tidak kenal { $chat }. Periksa namanya, dan tambahkan aku di sana dulu.
place-no-answer = Telegram tidak memberi tahu soal { $chat }. Coba lagi dalam satu menit.
place-goodbye = Sampai jumpa! Aku tidak lagi mengirim apa pun ke { $chat }. Pengaturannya disimpan 90 hari kalau-kalau kamu menambahkanku lagi; setelah itu semuanya dihapus. Untuk menghapusnya sekarang, tambahkan aku sekali lagi dan kirim /forget di sana.
place-not-there = Aku belum ada di { $chat }. Tambahkan aku dulu.
place-not-administrator = Kamu bukan admin { $chat }, jadi tidak bisa mengubah pengaturannya.
place-lacks-post-messages = Aku tidak boleh mengirim di { $chat }. Di Telegram, buka kanalnya → Edit → Admin → namaku, lalu nyalakan “Kirim Pesan”. Setelah itu coba lagi.
place-lacks-send-messages = Aku tidak boleh menulis di { $chat }. Di Telegram, buka grupnya → Edit → Izin, lalu izinkan “Kirim Pesan”, atau jadikan aku admin. Setelah itu coba lagi.
topics-button-make = 🗂 Satu topik per kategori
topics-button-undo = ↩️ Hapus topik buatan bot
topics-line = Punya topik sendiri: { $names }.
topics-making = Membuat topik…
topics-progress = Membuat topik: { $done } dari { $count }…
topics-made = Kategori ini sekarang punya topik sendiri, tempat beritanya datang: { $names }.
topics-all-there = Setiap kategori sudah punya topik.
topics-follow-first = Di sini belum ada yang diikuti. Pilih kategori dulu: /categories
topics-none = Tidak ada topik buatanku.
topics-undone = Selesai: berita datang lagi ke tempat semula. Topik tanpa berita dihapus, yang lain tetap bisa dibaca.
topics-no-forum = Obrolan ini tidak punya topik. Grup bisa mengaktifkannya di Telegram: buka grup → Edit → Topik.
topics-lacks-manage-topics = Aku tidak boleh membuat topik di sini. Di Telegram, buka grup → Edit → Admin → namaku (atau tambahkan aku), lalu nyalakan “Kelola Topik”. Setelah itu ketuk lagi.
topics-failed = Untuk sementara Telegram tidak membuat topik lagi. Ketuk lagi beberapa menit lagi: yang sudah ada tetap ada.
topics-lost = Aku tidak bisa lagi menulis di topik “{ $topic }”, jadi beritanya berhenti. Jika topik itu dihapus, admin bisa mengirim /settings lalu mengetuk “Satu topik per kategori”, dan aku membuatnya lagi.

### The owner, and a chat's own data
chat-command-export = Pilihanmu, dalam berkas
chat-command-forget = Hapus semua yang kusimpan tentangmu
owner-command-sources = Sumber dan keadaannya
owner-command-addsource = Tambah sumber
owner-command-removesource = Hapus sumber
owner-command-stats = Statistik bot
owner-command-announce = Tulis ke semua obrolan
owner-button-remove = Hapus
sources-list = { $count ->
   *[other] <b>{ $count } sumber</b> · { $failing } bermasalah · { $off } dimatikan
}
sources-empty =
    Belum ada sumber. Tambahkan satu:
    <code>/addsource https://www.bbc.com/indonesia Dunia</code>
sources-read-ago = terakhir berhasil { $time } lalu
sources-never-read = belum dibaca
sources-never-worked = belum pernah berhasil
sources-failures = gagal { $count } kali berturut-turut
sources-overdue = terlambat { $time }
sources-per-day = { $number } artikel per hari
sources-button-read = 🔄 Baca sekarang
sources-reading = Sedang dibaca…
sources-gone = Sumber itu sudah tidak ada.
sources-remove-usage =
    Sumber yang mana? Kirim namanya:
    <code>/removesource BBC Indonesia</code>
    Semuanya ada di /sources.
sources-remove-ask = Hapus <b>{ $name }</b>? Aku berhenti membacanya. Artikelnya tetap ada sampai kedaluwarsa.
sources-removed =
    <b>{ $name }</b> sudah dihapus. Untuk mengembalikannya:
    <code>/addsource { $address }</code>
sources-kept = <b>{ $name }</b> tetap ada.
sources-near = Tidak ada sumber bernama “{ $name }”. Maksudmu salah satu dari ini?
sources-unknown = Tidak ada sumber bernama “{ $name }”. Semuanya ada di /sources.
adding-usage =
    Beri aku alamat: feed, situs, atau kanal Telegram publik. Di belakangnya boleh ada kategori.
    <code>/addsource https://www.bbc.com/indonesia Dunia</code>
    <code>/addsource @durov Telegram</code>
adding-looking = Mencari feed di { $host }…
adding-failed = Ada yang salah, dan tidak ada yang ditambahkan. Rinciannya ada di log.
adding-cancelled = Tidak ada yang ditambahkan.
adding-which-feed = { $host } punya { $count } feed. Yang mana?
adding-which-category = Di kategori mana? Untuk yang baru, kirim <code>/addsource ALAMAT KATEGORI</code>.
adding-category = Kategori: { $name }
articles-count = { $count } artikel
adding-newest = terbaru { $day }
adding-problem = { $problem }: { $detail }.
adding-technical = { $problem } ({ $detail }).
adding-added = { $count ->
   *[other] <b>{ $name }</b> ditambahkan, sejauh ini dengan { $count } artikel.
}
adding-in-category = Kategori: { $name }.
adding-button-own-categories = Kategori dari feed itu
adding-button-offer = ➕ Tambahkan sebagai sumber
adding-offer-channel = Kanal ini bisa jadi sumber: { $address }
announce-usage =
    Apa yang harus kukatakan ke semua obrolan? Tautan dan format tetap seperti yang kamu tulis.
    <code>/announce Malam ini aku pindah ke server baru. Rangkuman mungkin terlambat.</code>
announce-preview = { $count ->
   *[other] Begini tampilannya. Akan dikirim ke <b>{ $count } obrolan</b>.
}
announce-button-send = Kirim
announce-started = Sedang dikirim
announce-cancelled = Tidak ada yang dikirim.
announce-over = Ini sudah dikirim atau dibatalkan.
announce-sending = Mengirim ke { $count } obrolan…
announce-progress = Mengirim: { $done } dari { $count } selesai.
announce-done = { $failed ->
    [0] Pengumuman terkirim. Obrolan yang menerimanya: { $sent }.
   *[other] Pengumuman terkirim. Obrolan yang menerimanya: { $sent }; tidak sampai: { $failed }.
}
stats-chart-digests = Rangkuman
stats-chart-articles = Artikel baru
stats-chart-failures = Pesan yang gagal
notice-source-dead = Sudah sehari aku tidak bisa membaca { $name }: { $reason }. Keadaan dan solusinya ada di /sources.
notice-source-off = { $name } hilang selamanya dan dimatikan: { $reason }. Keadaan dan solusinya ada di /sources.
notice-sources-dead = { $count } sumber sudah sehari tidak bisa dibaca: { $names }. Jaringannya baik-baik saja? Daftarnya ada di /sources.
notice-disk-low = Disk hampir penuh: tersisa { $free } MB. Kosongkan ruang, atau arahkan DATA_DIR ke disk yang lebih besar.
notice-engine-failed = Mesin ringkasan { $engine } tidak berjalan ({ $reason }). Sampai pulih, ringkasan berupa kalimat dari artikel.
notice-backup-failed = Cadangan hari ini gagal ({ $reason }). Periksa apakah DATA_DIR punya ruang dan bisa ditulisi.
export-json = Pilihan obrolan ini: pengaturan, kategori, filter. Bisa dibaca program.
export-opml = { $count } feed di balik kategorimu. Semua pembaca feed menerima berkas ini.
export-no-feeds = Tidak ada berkas feed: yang diikuti di sini tidak berasal dari feed publik.
export-failed = Berkasnya tidak bisa dikirim. Coba lagi nanti.
forget-ask = Mau aku melupakanmu? Kategori, filter, pengaturan, dan riwayatmu langsung dihapus, dan tidak ada rangkuman lagi. Ambil salinannya dulu dengan /export.
forget-ask-group = Mau aku melupakan obrolan ini, dengan semua topiknya? Kategori, filter, pengaturan, dan riwayat langsung dihapus, dan tidak ada rangkuman lagi. Ambil salinannya dulu dengan /export.
forget-button = Lupakan aku
forget-kept = Semuanya tetap seperti semula.
forget-done = Selesai: aku sudah melupakanmu. Kamu hilang dari cadangan bot dalam lima minggu. Kirim /start untuk mulai lagi. Sampai jumpa!
forget-done-group = Selesai: aku sudah melupakan obrolan ini. Obrolan ini hilang dari cadangan bot dalam lima minggu. Keluarkan aku, atau kirim /start untuk mulai lagi. Sampai jumpa!
help-own-data =
    <b>Datamu</b>
    /export – pilihanmu, dalam berkas
    /forget – hapus semua yang kusimpan tentangmu
help-owner =
    <b>Untukmu sebagai pemilik</b>
    /sources – keadaan tiap sumber
    /addsource <i>alamat</i> – juga @kanal; atau kirim saja tautannya
    /removesource <i>nama</i>
    /stats – angka dan grafik
    /announce <i>teks</i> – tulis ke semua obrolan

### Digests outside Telegram
publish-title = Rangkumanku
publish-nothing-yet = Belum ada apa-apa: berita rangkumanmu berikutnya akan ada di sini.
publish-unavailable = Pemilik bot ini belum mengaktifkan fitur ini (<code>PUBLISH_URL</code>).
publish-off = Rangkumanmu juga bisa dibaca di luar Telegram: sebagai feed di pembaca feed, dan sebagai halaman di peramban. Kamu mendapat alamat pribadi; siapa pun yang tahu alamatnya bisa ikut membaca.
publish-on =
    <b>Rangkumanmu di luar Telegram</b>
    Feed: { $feed }
    Halaman: { $page }

    Siapa pun yang tahu alamatnya bisa ikut membaca. Alamat baru menggantikan yang lama.
publish-in-private = Alamatnya rahasia, jadi hanya kutunjukkan di obrolan pribadi kita.
publish-button-private = Buka obrolan pribadi
publish-button-on = Buat alamat pribadi
publish-button-new = Alamat baru
publish-button-off = Berhenti menerbitkan

### Recaps
recap-title = Pekanmu
recap-stories = { $count } berita
recap-told = { $sources } sumber, { $reports } laporan
recap-began = Berawal { $day }:
recap-empty = Belum ada yang bisa direkap: tidak ada berita dalam tujuh hari terakhir.
recap-how = Tidak ada rekap “{ $text }”, hanya rekap mingguan: /recap week. Agar datang sendiri, tulis misalnya <code>/schedule minggu 18:00 rekap</code>.
recap-line = Rekap mingguan: { $schedule }.
recap-set = Tersimpan ✓ Rekapmu datang: { $schedule }. Berikutnya: { $when }.
recap-off = Tersimpan ✓ Rekap tidak lagi datang sendiri. /recap menampilkannya kapan saja.
recap-button-on = 📅 Setiap Minggu pukul 18.00
recap-button-off = 🔕 Jangan kirim rekap lagi

### Ranking that learns
taste-button-more = Tambah
taste-button-less = Kurangi
taste-button-less-like = 👎 Kurangi seperti…
taste-button-more-like = 👍 Tambah seperti…
taste-button-mute = 🔕 Bisukan berita ini
taste-button-undo = ↩️ Batalkan
taste-button-clear = 🧹 Lupakan semua 👍 dan 👎
taste-which-less = Berita seperti apa yang ingin kamu kurangi?
taste-which-more = Berita seperti apa yang ingin kamu tambah?
taste-toast-less = Dicatat: kurangi yang seperti ini ✓
taste-toast-more = Dicatat: tambah yang seperti ini ✓
taste-learnt-less = 👎 Berita seperti “{ $title }” kini ada lebih di bawah: { $things }. Tidak ada yang disembunyikan. /filters menampilkan yang kupelajari, dan bisa melupakannya.
taste-learnt-more = 👍 Berita seperti “{ $title }” kini ada lebih di atas: { $things }. /filters menampilkan yang kupelajari, dan bisa melupakannya.
taste-why = <i>👍 dan 👎 dihitung seperti sumber: −1 menggeser berita seolah satu sumber berkurang. Lupakan lewat /filters.</i>
taste-word = “{ $word }”
taste-taken-back = Dibatalkan ✓
taste-forgotten = Dilupakan ✓
taste-list = Dari 👍 dan 👎 darimu aku belajar { $count } hal. Ini hanya menaikkan atau menurunkan berita, tanpa menyembunyikannya. Ketuk satu agar kulupakan.
