"""Text in, summary out: extractive here and now, a multilingual model where there is one."""

from summarizer.base import Document, NothingToSummarize, Summarizer, SummarizerError, Summary

__all__ = ["Document", "NothingToSummarize", "Summarizer", "SummarizerError", "Summary"]
