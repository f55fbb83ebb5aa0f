/** The pages that NineTray opens in the user's browser. app/windows/external.ts has their addresses. */
export const externalPages = ['dashboard', 'apiKey', 'apiDocs', 'project'] as const;
export type ExternalPage = (typeof externalPages)[number];
