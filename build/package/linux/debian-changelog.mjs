// The changelog of the Debian package. It leads to NineTray's own, which is beside it.

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As RFC 5322 writes a date, in UTC. */
function rfcDate(date) {
  const two = (number) => String(number).padStart(2, '0');
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${days[date.getUTCDay()]}, ${two(date.getUTCDate())} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()} ${time} +0000`;
}

/**
 * @param {{ version: string, iteration: string, maintainer: string, date: Date }} about
 * @returns {string}
 */
export function debianChangelog({ version, iteration, maintainer, date }) {
  return `ninetray (${version}-${iteration}) stable; urgency=medium

  * Version ${version}. See /usr/share/doc/ninetray/changelog.gz.

 -- ${maintainer}  ${rfcDate(date)}
`;
}
