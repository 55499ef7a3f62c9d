"""Pages of made-up Telegram channels, in the markup of https://t.me/s/NAME."""
# ruff: noqa: E501 - the markup stands as Telegram writes it

from __future__ import annotations

_PHOTO = "https://cdn4.telesco.pe/file/"


def page(*posts: str, title: str = "Harbour News") -> str:
    """A channel's page with these posts, the oldest first."""
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title} – Telegram</title>
<meta property="og:title" content="{title}"></head>
<body class="widget_frame_base tgme_webpreview emoji_image thin_box_shadow">
<header class="tgme_header search_collapsed"><div class="tgme_header_title_wrap">
<div class="tgme_channel_info_header"><i class="tgme_page_photo_image"><img src="{_PHOTO}head.jpg"></i>
<div class="tgme_channel_info_header_title_wrap"><div class="tgme_channel_info_header_title"><span dir="auto">{title}</span>
</div></div><div class="tgme_channel_info_header_username"><a href="https://t.me/harbour">@harbour</a></div></div></header>
<main class="tgme_main"><section class="tgme_channel_history js-message_history">
{"".join(f'<div class="tgme_widget_message_wrap js-widget_message_wrap">{post}</div>' for post in posts)}
</section></main></body></html>"""


def post(
    number: int,
    text: str = "",
    *,
    before: str = "",
    after: str = "",
    date: str = "2026-03-02T11:00:00+00:00",
    meta: str = "",
    views: str = "1.2K",
    channel: str = "Harbour",
    classes: str = "",
) -> str:
    """A post: `before` and `after` stand around its text."""
    words = f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>' if text else ""
    return f"""<div class="tgme_widget_message text_not_supported_wrap js-widget_message {classes}" data-post="{channel}/{number}"
 data-view="eyJjIjotMTAwMSwicCI6"><div class="tgme_widget_message_user"><a href="https://t.me/{channel}">
<i class="tgme_widget_message_user_photo bgcolor4"><img src="{_PHOTO}user.jpg"></i></a></div>
<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author accent_color">
<a class="tgme_widget_message_owner_name" href="https://t.me/{channel}"><span dir="auto">Harbour News</span></a></div>
{before}{words}{after}
<div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info">
<span class="tgme_widget_message_views">{views}</span><span class="copyonly"> views</span>
<span class="tgme_widget_message_meta">{meta}<a class="tgme_widget_message_date" href="https://t.me/{channel}/{number}">
<time datetime="{date}" class="time">11:00</time></a></span></div></div></div></div>"""


def photo(name: str) -> str:
    return f"""<a class="tgme_widget_message_photo_wrap 5431 js-message_photo" href="https://t.me/Harbour/1"
 style="width:800px;background-image:url('{_PHOTO}{name}.jpg')"><div class="tgme_widget_message_photo"
 style="padding-top:66.6%"></div></a>"""


def album(*names: str) -> str:
    inner = "".join(photo(name) for name in names)
    return f"""<div class="tgme_widget_message_grouped_wrap js-message_grouped_wrap" data-margin-w="2">
<div class="tgme_widget_message_grouped js-message_grouped"><div class="tgme_widget_message_grouped_layer">{inner}</div>
</div></div>"""


VIDEO = f"""<a class="tgme_widget_message_video_player js-message_video_player" href="https://t.me/Harbour/1">
<i class="tgme_widget_message_video_thumb" style="background-image:url('{_PHOTO}thumb.jpg')"></i>
<div class="tgme_widget_message_video_wrap" style="width:640px"><video src="{_PHOTO}film.mp4?token=1"></video></div>
<div class="message_video_play js-message_video_play"></div><time class="message_video_duration js-message_video_duration">1:23</time>
<div class="message_media_not_supported_wrap"><div class="message_media_not_supported">
<div class="message_media_not_supported_label">This media is not supported in your browser</div>
<span class="message_media_view_in_telegram">VIEW IN TELEGRAM</span></div></div></a>"""

DOCUMENT = """<a class="tgme_widget_message_document_wrap" href="https://t.me/Harbour/1">
<div class="tgme_widget_message_document_icon accent_bg"></div><div class="tgme_widget_message_document">
<div class="tgme_widget_message_document_title accent_color" dir="auto">plan of the bridge.pdf</div>
<div class="tgme_widget_message_document_extra" dir="auto">1.2 MB</div></div></a>"""

VOICE = """<a class="tgme_widget_message_voice_player js-message_voice_player" href="https://t.me/Harbour/1">
<audio class="tgme_widget_message_voice js-message_voice" src="https://cdn4.telesco.pe/file/voice.ogg"></audio>
<time class="tgme_widget_message_voice_duration js-message_voice_duration">0:35</time></a>"""


def poll(*percents: int) -> str:
    options = "".join(
        f'<a class="tgme_widget_message_poll_option"><div class="tgme_widget_message_poll_option_percent">{percent}%</div>'
        f'<div class="tgme_widget_message_poll_option_text">{words}</div></a>'
        for percent, words in zip(percents, ("Open it", "Close it"), strict=True)
    )
    return f"""<div class="tgme_widget_message_poll js-poll"><div class="tgme_widget_message_poll_question">Shall the bridge open?</div>
<div class="tgme_widget_message_poll_type">Anonymous poll</div><div class="tgme_widget_message_poll_options">{options}</div></div>"""


FORWARDED = """<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;
<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/city/5"><span dir="auto">City Hall</span></a></div>"""

REPLY = """<a class="tgme_widget_message_reply user-color-4" href="https://t.me/Harbour/3"><div class="tgme_widget_message_author accent_color">
<span class="tgme_widget_message_author_name" dir="auto">Harbour News</span></div>
<div class="tgme_widget_message_text js-message_reply_text" dir="auto">The bridge is closed</div></a>"""

PREVIEW = f"""<a class="tgme_widget_message_link_preview" href="https://paper.example/bridge"><i class="link_preview_image"
 style="background-image:url('{_PHOTO}preview.jpg');padding-top:52%"></i><div class="link_preview_site_name accent_color">The Paper</div>
<div class="link_preview_title" dir="auto">Bridge opens after ten years</div>
<div class="link_preview_description" dir="auto">It took longer than planned.</div></a>"""

BUTTON = """<div class="tgme_widget_message_inline_keyboard"><div class="tgme_widget_message_inline_row">
<a class="tgme_widget_message_inline_button url_button" href="https://paper.example/whole" target="_blank">
<span class="tgme_widget_message_inline_button_text" dir="auto">Read it all</span></a></div></div>"""

EMOJI = """<i class="emoji" style="background-image:url('//telegram.org/img/emoji/40/F09F9A80.png')"><b>🚀</b></i>"""


def more(before: int) -> str:
    """The link to the posts before these."""
    return f"""<div class="tgme_widget_message_centered js-messages_more_wrap"><a href="//elsewhere.example/s/harbour?before={before}"
 class="tme_messages_more js-messages_more" data-before="{before}"></a></div>"""


SERVICE = post(2, "Channel photo updated", classes="service_message")

NO_PUBLIC_PAGE = """<!DOCTYPE html><html><head><title>Telegram: View @harbour</title></head><body class="no_transition">
<div class="tgme_page_wrap"><div class="tgme_body_wrap"><div class="tgme_page"><div class="tgme_page_title" dir="auto">
<span>Harbour</span></div><div class="tgme_page_extra">12 345 members</div><div class="tgme_page_action">
<a class="tgme_action_button_new" href="tg://resolve?domain=harbour">View in Telegram</a></div></div></div></div></body></html>"""
