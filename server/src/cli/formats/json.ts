/** The report as one JSON object: the format that other programs rely on. Version 1 is fixed; keys are only ever added. */

import type { Place, Report } from '../report.ts';

export function json({ corpora, findings }: Report): string {
  const object = {
    version: 1,
    corpora,
    findings: findings.map((finding) => ({
      ...place(finding),
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      claim: finding.claim,
      entity: finding.entity,
      related: finding.related.map((related) => ({
        ...place(related),
        message: related.message,
        claim: related.claim,
      })),
      fixable: finding.fixes().length > 0,
      accepted: finding.accepted,
    })),
  };
  return `${JSON.stringify(object)}\n`;
}

const place = ({ file, range }: Place) => ({ file, range });
