export const NOTICES: string;
export function bundledPackages(): Promise<readonly string[]>;
export function noticesText(): Promise<string>;
