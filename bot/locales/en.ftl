# Tidings in English. Sections follow the code that speaks them.
