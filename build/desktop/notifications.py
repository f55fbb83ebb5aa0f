#!/usr/bin/python3
# The notifications of a desktop, and the user's clicks on them, controlled by requests (session_requests.py).
import dbus
import dbus.service

from session_requests import bus, plain, serve

# https://specifications.freedesktop.org/notification-spec/latest/protocol.html
NAME = 'org.freedesktop.Notifications'
PATH = '/org/freedesktop/Notifications'
DISMISSED, CLOSED_BY_CALL = 2, 3


class Notifications(dbus.service.Object):
    def __init__(self):
        self.name = dbus.service.BusName(NAME, bus, do_not_queue=True)
        super().__init__(self.name, PATH)
        self.shown = []

    @dbus.service.method(NAME, out_signature='ssss')
    def GetServerInformation(self):
        return 'notifications.py', 'NineTray', '1', '1.2'

    @dbus.service.method(NAME, out_signature='as')
    def GetCapabilities(self):
        return ['actions', 'body', 'body-markup', 'persistence']

    @dbus.service.method(NAME, in_signature='susssasa{sv}i', out_signature='u')
    def Notify(self, application, replaces, icon, title, body, actions, hints, expires):
        number = replaces or len(self.shown) + 1
        self.shown.append(
            {
                'id': int(number),
                'application': str(application),
                'icon': str(icon),
                'title': str(title),
                'body': str(body),
                # Each has a name and a label.
                'actions': [str(name) for name in actions[::2]],
                'hints': plain(hints),
                'open': True,
            }
        )
        return number

    @dbus.service.method(NAME, in_signature='u')
    def CloseNotification(self, number):
        self.end(number, CLOSED_BY_CALL)

    @dbus.service.signal(NAME, signature='uu')
    def NotificationClosed(self, number, reason):
        pass

    @dbus.service.signal(NAME, signature='us')
    def ActionInvoked(self, number, action):
        pass

    def end(self, number, reason):
        for one in self.shown:
            if one['id'] == number and one['open']:
                one['open'] = False
                self.NotificationClosed(number, reason)


notifications = Notifications()


def shown(request, done, failed):
    """All that ever were, in order."""
    done(notifications.shown)


def click(request, done, failed):
    """On the notification itself, which leads to its default action and takes it away, as most desktops do."""
    notifications.ActionInvoked(request['notification'], 'default')
    notifications.end(request['notification'], DISMISSED)
    done(None)


def dismiss(request, done, failed):
    notifications.end(request['notification'], DISMISSED)
    done(None)


serve({f.__name__: f for f in (shown, click, dismiss)})
