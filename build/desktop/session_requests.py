# The session bus, and requests of our own process to act on it: JSON requests on stdin, JSON answers on stdout, one a line.
# Must not block: the called program may call back in the meantime.
import json
import os
import sys

import dbus
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
loop = GLib.MainLoop()


def send(message):
    print(json.dumps(message), flush=True)


def plain(value):
    """A value of the bus as JSON has it; of bytes only their number."""
    if isinstance(value, dbus.ByteArray):
        return len(value)
    if isinstance(value, dbus.Array) and value.signature == 'y':
        return len(value)
    if isinstance(value, (dbus.Struct, list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, dbus.Boolean):
        return bool(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    return str(value)


def serve(operations):
    """Answers requests until stdin ends. Each operation is given the request, and what to call when it is done or failed."""
    pending = b''

    def answer(line):
        request = json.loads(line)
        number = request['id']

        def done(value):
            send({'id': number, 'value': value})

        def failed(error):
            send({'id': number, 'error': str(error)})

        try:
            operations[request['do']](request, done, failed)
        except (dbus.DBusException, KeyError) as error:
            failed(error)

    def readable(descriptor, condition):
        nonlocal pending
        data = os.read(descriptor, 65536)
        if not data:
            loop.quit()
            return False
        *lines, pending = (pending + data).split(b'\n')
        for line in lines:
            answer(line)
        return True

    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, sys.stdin.fileno(), GLib.IOCondition.IN | GLib.IOCondition.HUP, readable)
    send({'ready': True})
    loop.run()
