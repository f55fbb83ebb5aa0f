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
export const acceptedByRpmlint = {
  'dir-or-file-in-opt': 'like others of its kind it is in /opt, where it cannot be in the way of the distribution',
  'unstripped-binary-or-object': 'Electron’s own programs, as they were published',
  'binary-or-shlib-defines-rpath': 'Electron finds its libraries beside itself',
  'binary-or-shlib-calls-gethostbyname': 'Electron’s own program',
  'missing-call-to-setgroups-before-setuid': 'Chromium’s sandbox, which drops its groups in another way',
  'no-signature': 'there is no key yet: SHA256SUMS and the attestation are checked instead (docs/install.md)',
  'no-changelogname-tag': 'the changelog is a document of the package',
  'manpage-not-compressed': 'gzip, which every distribution reads; the tag asks for bz2',
  'invalid-license': 'MIT is the SPDX name; the checker’s own list is empty on Debian',
  'dangerous-command-in-%post': 'removes a link of its own in /usr/bin that is older than update-alternatives',
  'dangerous-command-in-%postun': 'removes its own link and its AppArmor profile',
  'update-alternatives-requirement-missing': 'the script makes a plain link where there is no update-alternatives',
  'alternative-link-missing': 'made by the script, and only where there is update-alternatives',
  'alternative-generic-name-missing': 'made by the script: with update-alternatives, or as a plain link',
  'non-coherent-filename': 'the names of all packages have the same form',
};
