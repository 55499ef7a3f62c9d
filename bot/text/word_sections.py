"""What the words of a language are, by the sections of its data file: these classes document every key.

Named tuples, which are made in a quarter of the time that dataclasses take: each parser process makes them.
Lists whose name ends in `_patterns` hold regular expressions, of which most are plain phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

_Words = tuple[str, ...]
_Names = Mapping[str, str]
_NO_NAMES: _Names = MappingProxyType({})


class CommandWords(NamedTuple):
    """Words behind commands."""

    everything: _Words = ()  # /unsubscribe all
    week: _Words = ()  # /recap week
    language_names: _Words = ()  # other names that people call this language by, in /language
    source: _Words = ()  # before the colon in filters, as in source:NAME; and the next, as in lang:en
    language: _Words = ()
    parted_at: _Words = ()  # words of grammar at which titles without spaces are parted, to offer words to hide


class SaidWords(NamedTuple):
    """What people write for a command without knowing its name; each key is a command."""

    subscribe: _Words = ()
    unsubscribe: _Words = ()
    today: _Words = ()
    search: _Words = ()
    help: _Words = ()
    settings: _Words = ()
    schedule: _Words = ()
    language: _Words = ()


class ScheduleWords(NamedTuple):
    """Words of schedules as people type them: "weekdays 8 pm and noon"."""

    off: _Words = ()
    instant: _Words = ()
    hourly: _Words = ()
    every_day: _Words = ()
    workdays: _Words = ()  # Monday to Friday
    weekend: _Words = ()
    every: _Words = ()  # written before the name of a day, in one word with it or, ending in a space, apart
    monday: _Words = ()
    tuesday: _Words = ()
    wednesday: _Words = ()
    thursday: _Words = ()
    friday: _Words = ()
    saturday: _Words = ()
    sunday: _Words = ()
    noon: _Words = ()
    midnight: _Words = ()
    at: _Words = ()  # between the word for a part of the day and the hour: "abends um 8"
    and_: _Words = ()  # `and` in the file; what may stand before a day or time, beside commas
    morning: _Words = ()  # before the hour; this and the next three
    midday: _Words = ()
    afternoon: _Words = ()
    evening: _Words = ()
    am: _Words = ()  # after an hour of 1 to 12; this and the next
    pm: _Words = ()
    in_the_morning: _Words = ()  # after the hour; this and the next three
    at_midday: _Words = ()
    in_the_afternoon: _Words = ()
    in_the_evening: _Words = ()  # ... whose twelfth hour is midnight
    hour: _Words = ()  # after the number of the hour, as in 8點, or after the time, as in 8:30 Uhr
    half: _Words = ()  # after that, as in 8點半
    minute: _Words = ()  # after the number of the minute, as in 8點15分
    hours: _Words = ()  # the words of one o'clock, two o'clock and so on; several of one hour parted by "|"
    spoken: _Words = ()  # forms with "…" for the hour, and the minutes that they add: "half past … +30", "halb … -30"
    recap: _Words = ()  # says that the schedule is one of recaps
    until: _Words = ()  # between two times, and two days unless it means "and" elsewhere
    through: _Words = ()  # between two days
    except_alerts: _Words = ()  # behind quiet hours that let alerts through


class DateWords(NamedTuple):
    """Words of dates: the months, what follows the numbers of a date as in 2026年3月4日, and the halves of the day."""

    january: _Words = ()  # this and the next eleven: whole and short names
    february: _Words = ()
    march: _Words = ()
    april: _Words = ()
    may: _Words = ()
    june: _Words = ()
    july: _Words = ()
    august: _Words = ()
    september: _Words = ()
    october: _Words = ()
    november: _Words = ()
    december: _Words = ()
    year: _Words = ()  # behind its number; this and the next five
    month: _Words = ()
    day: _Words = ()
    hour: _Words = ()
    minute: _Words = ()
    second: _Words = ()
    o_clock: _Words = ()  # behind a time, for nothing
    morning: _Words = ()  # before or behind the hour; this and the next two
    afternoon: _Words = ()
    evening: _Words = ()  # ... which has no hours before five
    noon: _Words = ()  # from ten in the morning to the afternoon
    night: _Words = ()  # before and behind midnight
    at_noon: _Words = ()  # names of noon, where no schedules can be typed in the language
    half_signs: _Words = ()  # characters that words for other parts of the day are made of
    zone_signs: _Words = ()  # parts of the names of zones, which make another hour of one that stands beside them
    time_labels: _Words = ()  # before a clock time, which are no place: "updated"
    first_year: _Words = ()  # what is written for 1, of an era
    weekdays: _Words = ()  # where no schedules can be typed in the language


class CalendarWords(NamedTuple):
    """Eras that years are counted by, and what is said for time zones in dates."""

    eras: _Names = _NO_NAMES  # a name -> the year before its first one
    zones: _Names = _NO_NAMES  # words -> a zone's name or offset; "?": nobody can tell which


class PlaceWords(NamedTuple):
    """Places that people name for their time zone and that CLDR does not know."""

    zones: _Names = _NO_NAMES  # a place -> its IANA zone
    countries: _Names = _NO_NAMES  # a name -> its country's ISO code


class PageWords(NamedTuple):
    """Phrases of web pages that show less than their article."""

    robot_check_patterns: _Words = ()
    consent_patterns: _Words = ()
    consent_ask_patterns: _Words = ()  # what a page says to its reader about it
    consent_heading_patterns: _Words = ()  # of a page that asks before it goes on, beside the name of what follows
    consent_host_patterns: _Words = ()  # the first label of the host of such a page
    consent_path_patterns: _Words = ()  # a segment of its path
    login_patterns: _Words = ()
    login_path_patterns: _Words = ()
    paywall_patterns: _Words = ()
    read_more_patterns: _Words = ()  # how a teaser ends


class FeedWords(NamedTuple):
    """Words of links to feeds, and of what stands in a feed's place."""

    feed: _Words = ()
    comments_patterns: _Words = ()  # a feed of comments
    counter_patterns: _Words = ()  # what a site counts below a text, beside the number: "12 comments"
    robot_check_title_patterns: _Words = ()  # how the title of a robot check begins
    robot_check_patterns: _Words = ()


class StoryWords(NamedTuple):
    """What stories are compared without."""

    particles: _Words = ()  # at the end of words


class ChannelWords(NamedTuple):
    """What is said of the parts of a channel's post that only Telegram shows; one word or phrase each."""

    video: _Words = ()
    video_message: _Words = ()
    voice_message: _Words = ()
    file: _Words = ()
    sticker: _Words = ()
    location: _Words = ()
    contact: _Words = ()
    poll: _Words = ()
    game: _Words = ()
    invoice: _Words = ()
    other: _Words = ()


class PictureWords(NamedTuple):
    """Words in the file names, folders and CSS classes of pictures that do not show what an article tells."""

    never_alone: _Words = ()  # a file's name of this one word
    never_in_two_words: _Words = ()  # ... of two words at most, this among them
    never_in_three_words: _Words = ()  # ... of three words at most
    doubtful: _Words = ()  # a file's name of few words, this among them: chosen last
    folders: _Words = ()
    placeholder_patterns: _Words = ()  # a file's name begins so while the picture is not loaded
    icon_class_patterns: _Words = ()  # of the picture itself: never chosen
    beside_class_patterns: _Words = ()  # of the picture itself: chosen last
    aside_class_patterns: _Words = ()  # of an element around the picture that is no part of the article


class Words(NamedTuple):
    """The words of one language, or of all."""

    commands: CommandWords = CommandWords()
    schedule: ScheduleWords = ScheduleWords()
    dates: DateWords = DateWords()
    calendar: CalendarWords = CalendarWords()
    places: PlaceWords = PlaceWords()
    pages: PageWords = PageWords()
    feeds: FeedWords = FeedWords()
    stories: StoryWords = StoryWords()
    channels: ChannelWords = ChannelWords()
    pictures: PictureWords = PictureWords()
    said: SaidWords = SaidWords()


SECTIONS: Mapping[str, type[Any]] = {
    "commands": CommandWords,
    "schedule": ScheduleWords,
    "dates": DateWords,
    "calendar": CalendarWords,
    "places": PlaceWords,
    "pages": PageWords,
    "feeds": FeedWords,
    "stories": StoryWords,
    "channels": ChannelWords,
    "pictures": PictureWords,
    "said": SaidWords,
}
