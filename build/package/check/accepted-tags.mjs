// What lintian and rpmlint may say about the packages: each tag with the reason why it stays. A tag that is no longer
// found must be removed here.

/** @type {Record<string, string>} */
export const acceptedByLintian = {
  'dir-or-file-in-opt': 'not a package of Debian: like others of its kind it is in /opt, where it cannot be in the way',
  'unstripped-binary-or-object': 'Electron’s own programs, as they were published; a changed one could not be compared',
  'embedded-library': 'Chromium is built with its own versions of these libraries',
  'initial-upload-closes-no-bugs': 'not a package of Debian, so no bug there asks for it',
  'unknown-field': 'Vendor and License, which fpm writes',
  'maintainer-script-ignores-errors':
    'an AppArmor profile that does not load must not leave the package half installed',
  'postrm-removes-alternative': 'electron-builder has a hook after the removal only',
};

/** @type {Record<string, string>} */
export const acceptedByRpmlint = {};
