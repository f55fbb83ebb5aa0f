#!/usr/bin/python3
# A StatusNotifier watcher and the user's clicks on tray items, controlled by requests (session_requests.py).
# Must not block: calls into applications are asynchronous, so that they can call the watcher meanwhile.
import time

import dbus
import dbus.service

from session_requests import bus, plain, serve

WATCHER = 'org.kde.StatusNotifierWatcher'
WATCHER_PATH = '/StatusNotifierWatcher'
ITEM = 'org.kde.StatusNotifierItem'
MENU = 'com.canonical.dbusmenu'
PROPERTIES = 'org.freedesktop.DBus.Properties'
LIMIT_SECONDS = 10


class Watcher(dbus.service.Object):
    def __init__(self):
        self.name = dbus.service.BusName(WATCHER, bus, do_not_queue=True)
        super().__init__(self.name, WATCHER_PATH)
        self.items = []
        self.registrations = {}

    @dbus.service.method(WATCHER, in_signature='s', sender_keyword='sender')
    def RegisterStatusNotifierItem(self, service, sender=None):
        at = time.time() * 1000
        item = sender + service if service.startswith('/') else service + '/StatusNotifierItem'
        if item not in self.items:
            self.items.append(item)
            self.registrations[item] = at
        self.StatusNotifierItemRegistered(item)

    @dbus.service.method(WATCHER, in_signature='s')
    def RegisterStatusNotifierHost(self, service):
        self.StatusNotifierHostRegistered()

    @dbus.service.signal(WATCHER, signature='s')
    def StatusNotifierItemRegistered(self, item):
        pass

    @dbus.service.signal(WATCHER, signature='s')
    def StatusNotifierItemUnregistered(self, item):
        pass

    @dbus.service.signal(WATCHER)
    def StatusNotifierHostRegistered(self):
        pass

    @dbus.service.method(PROPERTIES, in_signature='ss', out_signature='v')
    def Get(self, interface, name):
        return self.GetAll(interface)[name]

    @dbus.service.method(PROPERTIES, in_signature='s', out_signature='a{sv}')
    def GetAll(self, interface):
        return {
            'IsStatusNotifierHostRegistered': dbus.Boolean(True),
            'ProtocolVersion': dbus.Int32(0),
            'RegisteredStatusNotifierItems': dbus.Array(self.items, signature='s'),
        }

    def forget(self, owner):
        for item in [item for item in self.items if item.startswith(owner + '/')]:
            self.items.remove(item)
            self.StatusNotifierItemUnregistered(item)


watcher = None


def owner_changed(name, old, new):
    if watcher is not None and name and not new:
        watcher.forget(name)


bus.add_signal_receiver(owner_changed, 'NameOwnerChanged', 'org.freedesktop.DBus')


def call(destination, path, interface, method, signature, args, done, failed):
    bus.call_async(destination, path, interface, method, signature, args, done, failed, timeout=LIMIT_SECONDS)


def split(item):
    name, _, path = item.partition('/')
    return name, '/' + path


def watch(request, done, failed):
    global watcher
    watcher = Watcher()
    watcher.StatusNotifierHostRegistered()
    done(None)


def unwatch(request, done, failed):
    global watcher
    watcher.remove_from_connection()
    bus.release_name(WATCHER)
    watcher.name = None
    watcher = None
    done(None)


def owned(request, done, failed):
    done(bool(bus.name_has_owner(request['name'])))


def items(request, done, failed):
    """Of whichever watcher there is: this one or a panel's."""
    if watcher is not None:
        done(list(watcher.items))
        return
    if not bus.name_has_owner(WATCHER):
        done(None)
        return
    call(WATCHER, WATCHER_PATH, PROPERTIES, 'Get', 'ss', (WATCHER, 'RegisteredStatusNotifierItems'), lambda v: done(plain(v)), failed)


def registered_at(request, done, failed):
    """When an item came to this watcher, in ms since 1970."""
    done(watcher.registrations[request['item']])


def properties(request, done, failed):
    name, path = split(request['item'])
    call(name, path, PROPERTIES, 'GetAll', 's', (ITEM,), lambda v: done(plain(v)), failed)


def menu(request, done, failed):
    name, _ = split(request['item'])
    path = request['menu']

    def layout(*_):
        args = (dbus.Int32(0), dbus.Int32(-1), dbus.Array([], signature='s'))
        call(name, path, MENU, 'GetLayout', 'iias', args, lambda revision, root: done(plain(root)), failed)

    # An item without a menu refuses this, and still answers with an empty layout.
    call(name, path, MENU, 'AboutToShow', 'i', (dbus.Int32(0),), layout, layout)


def click(request, done, failed):
    name, _ = split(request['item'])
    args = (dbus.Int32(request['entry']), 'clicked', dbus.Int32(0), dbus.UInt32(0))
    call(name, request['menu'], MENU, 'Event', 'isvu', args, lambda *_: done(None), failed)


def activate(request, done, failed):
    name, path = split(request['item'])
    args = (dbus.Int32(request['x']), dbus.Int32(request['y']))
    at = time.time() * 1000
    call(name, path, ITEM, 'Activate', 'ii', args, lambda *_: done(at), failed)


OPERATIONS = {f.__name__: f for f in (watch, unwatch, owned, items, registered_at, properties, menu, click, activate)}


serve(OPERATIONS)
