"""A model's process without a model: follows the protocol, or breaks it as a document's text tells it to."""

from __future__ import annotations

import json
import os
import socket
import sys
import time


def main() -> None:
    connection = socket.socket(fileno=int(sys.argv[-1]))
    lines = connection.makefile("r")
    load = json.loads(lines.readline())["load"]

    def say(message: object) -> None:
        connection.sendall(json.dumps(message).encode() + b"\n")

    match load["model"] or load["verifier"]:
        case "/missing":
            say({"state": "failed", "detail": "no such model", "final": True})
            return
        case "/offline":
            say({"state": "failed", "detail": "no network", "final": False})
            return
        case "/crash":
            sys.exit("no room for tensors")
        case "/silent":
            time.sleep(600)
        case "/slow":
            say({"state": "downloading", "done": 412_000_000, "total": 1_192_000_000})
            time.sleep(600)
    sys.stdout.write("noise on standard output\n")
    say({"state": "ready", "device": "cpu", "precision": "int8"})
    for line in lines:
        request = json.loads(line)
        if "cancel" in request:
            continue
        asked = request.get("documents") or request["claims"]
        texts = [each["text"] for each in asked]
        if "hang" in texts:
            time.sleep(600)
        if "die" in texts:
            os.kill(os.getpid(), 9)
        if "abort" in texts:
            os.abort()
        if "crash" in texts:
            sys.exit("the last words")
        if "garbage" in texts:
            connection.sendall(b"\xff\x00 Loading weights: 100%\n")
        if "shape" in texts:
            say({"id": request["id"], "answers": [7, {"text": 1}] if len(asked) == 2 else {}})
        elif "memory" in texts:
            say({"id": request["id"], "failed": "too little memory for 1 articles at once"})
        elif "claims" in request:
            say(
                {"id": request["id"], "verdicts": [[at == 0 for at in range(len(each["sentences"]))] for each in asked]}
            )
        else:
            said = [{"text": f"On {text}.", "title": "", "language": "en"} if text else None for text in texts]
            say({"id": request["id"], "answers": said})


main()
