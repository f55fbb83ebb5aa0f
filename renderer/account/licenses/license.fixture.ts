// Licences as main lists them, for tests and pictures.
import type { Licensed } from '../../../app/model/license';

const library = (name: string, version: string, license: string): Licensed => ({
  id: `${name}@${version}`,
  group: 'libraries',
  name,
  version,
  license,
});

const chromiumPart = (name: string, i: number): Licensed => ({
  id: `chromium-${i}`,
  group: 'chromium',
  name,
  version: null,
  license: null,
});

/** Some of each group. */
export const exampleLicenses: Licensed[] = [
  { id: 'ninetray', group: 'ninetray', name: 'NineTray', version: '0.1.0', license: 'MIT' },
  library('@tanstack/react-virtual', '3.14.26', 'MIT'),
  library('dotenv', '18.0.10', 'BSD-2-Clause'),
  library('react', '19.3.1', 'MIT'),
  library('react-aria-components', '1.22.1', 'Apache-2.0'),
  library('use-sync-external-store', '1.7.0', 'MIT'),
  { id: 'electron', group: 'electron', name: 'Electron', version: '45.4.1', license: 'MIT' },
  ...[
    '2-dim General Purpose FFT (Fast Fourier/Cosine/Sine Transform) Package',
    'Abseil',
    'BoringSSL',
    'Node.js',
    'V8 JavaScript Engine',
  ].map(chromiumPart),
];

/** A text with long lines. */
export const exampleLicenseText = `MIT License

Copyright (c) Meta Platforms, Inc. and affiliates.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

https://example.com/a/very/long/address/without/any/place/to/break/that/is/as/long/as/some/of/the/addresses/in/these/texts/are
`;
