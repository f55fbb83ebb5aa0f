// The AppStream description of NineTray, which software centres show.

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text) => text.replace(/[&<>"]/g, (char) => escapes[char]);

/** One sentence in each language that NineTray has. */
const summaries = {
  '': 'See your 9Proxy balances in the tray',
  vi: 'Xem số dư 9Proxy của bạn ở khay hệ thống',
  zh_CN: '在系统托盘中查看 9Proxy 余额',
  ru: 'Баланс 9Proxy в системном трее',
};

const paragraphs = [
  'NineTray is an unofficial tray application for 9Proxy accounts. It shows the IP balance, traffic, wallet and auto renew, each with its age, trend and forecast, and notifies you before a balance runs out.',
  'It manages sub-accounts and the API key: a wizard replaces the key and updates the files and services that use it. A local gateway gives scripts limited tokens instead of the key, which your keyring encrypts.',
];

/** Files of docs/pictures, the first of which software centres show. */
const pictures = {
  'readme-popover-normal-light.png': 'The balances in the popover, with trends and a forecast',
  'readme-account-overview-light.png': 'The whole account in a window',
  'readme-wizard-regenerate-watching-light.png': 'Regenerating the key, step by step',
};

/**
 * @param {{ id: string, version: string, date: string, homepage: string, license: string, developer: string }} about `homepage` ends
 *   with a slash; `date` as 2026-12-01
 */
export function metainfo({ id, version, date, homepage, license, developer }) {
  const summary = Object.entries(summaries).map(
    ([language, text]) => `  <summary${language === '' ? '' : ` xml:lang="${language}"`}>${xml(text)}</summary>`,
  );
  const screenshots = Object.entries(pictures).map(
    ([file, caption], at) => `    <screenshot${at === 0 ? ' type="default"' : ''}>
      <image type="source">${xml(`${homepage}pictures/${file}`)}</image>
      <caption>${xml(caption)}</caption>
    </screenshot>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${id}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>${xml(license)}</project_license>
  <name>NineTray</name>
${summary.join('\n')}
  <developer_name>${xml(developer)}</developer_name>
  <description>
${paragraphs.map((text) => `    <p>${xml(text)}</p>`).join('\n')}
  </description>
  <launchable type="desktop-id">${id}.desktop</launchable>
  <icon type="stock">ninetray</icon>
  <url type="homepage">${xml(homepage)}</url>
  <categories>
    <category>Utility</category>
    <category>Network</category>
  </categories>
  <provides>
    <binary>ninetray</binary>
  </provides>
  <content_rating type="oars-1.1"/>
  <screenshots>
${screenshots.join('\n')}
  </screenshots>
  <releases>
    <release version="${version}" date="${date}"/>
  </releases>
</component>
`;
}

/** The pictures that a description names, which the page at `homepage` must have in its folder `pictures`. */
export const metainfoPictures = Object.keys(pictures);
