/** Short names of findings that stay while lines move. Knows what a report holds, not what it is used for. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ReportedFinding } from './report.ts';

/**
 * 32 hexadecimal digits of the SHA-256 of a finding's identity, and, because two findings may be alike in all that,
 * which of those it is in the order of the report: `3f…:1`.
 */
export function fingerprintsOf(findings: readonly ReportedFinding[]): ReadonlyMap<ReportedFinding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      // Two corpora may have a file of one name: alike are only findings of one of them.
      const key = `${finding.root}\n${finding.identity}`;
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return [finding, `${bytesToHex(sha256(utf8ToBytes(finding.identity)).subarray(0, 16))}:${nth}`];
    }),
  );
}
