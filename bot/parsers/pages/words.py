"""The words by which pages say, in many languages, that they are no article. Patterns alone; `page_lacks` judges."""

from __future__ import annotations

import re

ROBOTS = re.compile(
    r"enable javascript|javascript is (?:disabled|required|not available)|turn javascript on|"
    r"checking your browser|just a moment\b|verif(?:y|ying) (?:that )?you are (?:a )?human|"
    r"are you a (?:robot|human)|not a robot|unusual traffic|access denied|attention required|"
    r"you have been blocked|pardon our interruption|incapsula incident|security check to access|"
    r"press (?:&|and) hold|ddos protection|請啟用|请启用|请开启 ?javascript|人机验证|人機驗證|安全验证|"
    r"访问过于频繁|вы не робот|не робот|aktivieren sie (?:bitte )?javascript|activez? javascript|"
    r"habilit(?:e|ar) (?:o |el )?javascript",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|\bgdpr\b|before you continue to|(?:we|us) and our (?:\d+ )?partners|"
    r"privacy (?:settings|choices)|personali[sz]ed (?:ads|advertising|content)|we value your privacy|your privacy|"
    r"tracking|accept all|reject all|einwilligung|zustimmung|zustimmen|datenschutz|unsere[nr]? partnern?|"
    r"werbung und tracking|akzeptieren|consentement|vos données|nos partenaires|accepter|consentimiento|"
    r"nuestros socios|aceptar|consenso|nostri partner|accett[aoi]|toestemming|akkoord|samtycke|samtykke|zgod[ęya]|"
    r"согласие|файлы cookie|クッキー|同意|個人資料|隐私|隱私|쿠키|동의",
    re.IGNORECASE,
)
CONSENT_PLACE = re.compile(
    r"^(?:consent|guce|cmp|zustimmung|privacy-gate|myprivacy)\.|"
    r"/(?:consent|zustimmung|cookiewall|cookie-?consent|privacy-?gate|collectconsent)(?:[/?.]|$)",
    re.IGNORECASE,
)
LOGIN = re.compile(
    r"(?:log|sign) ?in (?:to|or|with|required)|please (?:log|sign) in|forgot (?:your )?password|"
    r"create (?:an|your) account|(?:melden sie sich|bitte) (?:an|anmelden)|connectez-vous|inicia(?:r)? sesi[oó]n|"
    r"accedi al tuo|войдите|請登入|请登录|登入會員|登录后|ログインして|로그인",
    re.IGNORECASE,
)
LOGIN_PLACE = re.compile(r"/(?:log-?in|sign-?in|sso|accounts?/login|auth)(?:[/?.]|$)", re.IGNORECASE)
PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:continue|read|unlock|keep)|(?:only )?for (?:our )?subscribers|"
    r"subscriber[- ](?:only|exclusive)|already a subscriber|to continue reading|to read the (?:full|rest)|"
    r"(?:is|are) (?:reserved|available) (?:only )?(?:for|to) (?:subscribers|members)|"
    r"become a (?:subscriber|member) to|unlock this article|this article is premium|"
    r"jetzt (?:weiterlesen|abonnieren|testen)|kostenpflichtig|nur für abonnenten|mit .{0,20}\+ (?:weiter)?lesen|"
    r"weiterlesen mit|réservée? aux? abonnés|il vous reste .{0,20}à (?:lire|découvrir)|déjà abonné|"
    r"pour lire la suite|para (?:seguir|continuar) leyendo|(?:exclusivo|solo) para (?:suscriptores|assinantes)|"
    r"contenuto riservato|per (?:gli )?abbonati|voor abonnees|lees verder met|för prenumeranter|for abonnenter|"
    r"dla (?:prenumeratorów|subskrybentów)|только для подписчиков|доступно (?:только )?по подписке|订阅(?:后|以)|"
    r"訂閱(?:後|以)|会员专享|會員專屬|會員限定|付费阅读|付費閱讀|有料会員限定|会員限定|有料記事|残り[\d:：]*文字|"
    r"유료 ?회원|구독자 ?전용",
    re.IGNORECASE,
)
