export const NOTICES: string;
export function bundledPackages(): readonly string[];
export function noticesText(): string;
