/** A body that is no longer the one whose digest the front matter records. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Document } from '../core/document.ts';
import { setSourceKey } from '../core/edit.ts';
import type { NormalisedText } from '../core/normalise.ts';
import type { Check } from './engine/check.ts';

export const bodyChanged: Check = {
  code: 'body-changed',
  severity: 'error',
  *document({ document }) {
    const recorded = document.annotations.source.digest;
    if (!recorded) return;
    if (!/^sha256:[0-9a-f]{64}$/i.test(recorded.value)) {
      yield { span: recorded.span, variant: 'unreadable', params: { digest: recorded.value } };
      return;
    }
    const digest = digestOf(document);
    if (recorded.value.toLowerCase() === digest) return;
    yield {
      span: recorded.span,
      variant: 'changed',
      params: { recorded: recorded.value, digest },
      fixes: () => {
        const edits = setSourceKey(document, 'digest', digest);
        return edits?.length ? [{ title: 're-digest', params: {}, safe: false, edits }] : [];
      },
    };
  },
};

const digests = new WeakMap<NormalisedText, string>();

/** `sha256:` and the digest of the body's bytes in UTF-8, in hexadecimal. */
export function digestOf(document: Document): string {
  let digest = digests.get(document.bodyText);
  if (digest === undefined) {
    const body = document.text.slice(document.body.start, document.body.end);
    digest = `sha256:${bytesToHex(sha256(utf8ToBytes(body)))}`;
    digests.set(document.bodyText, digest);
  }
  return digest;
}
