"""E-mail: reading, judging, threading, taking in and sending mail."""
