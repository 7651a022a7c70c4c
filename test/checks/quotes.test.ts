/** What the quote checks say of a quote that misses, beyond the examples on their pages. */

import assert from 'node:assert/strict';
import { check } from '../../server/src/checks/engine/run.ts';
import { checkFixture, libraryOf, parseFixture } from '../fixture.ts';

/** A document with one claim of this quote, and the findings marked below it. */
const corpus = (quote: string, marks: string, body: string) => `-- entities/all.yaml --
forum: {type: event, name: 临江水利论坛}
-- documents/开幕.md --
---
entities: [forum]
claims:
  - quote: ${quote}
           ${marks}
    subject: forum
    property: attendance
    value: 340
---
${body}
`;

describe('a quote that misses', () => {
  it('is sought in the way that quotes are compared: full-width characters are no difference', () => {
    checkFixture(
      corpus(
        'ＣＯＮＣＯＲＤ２０２１论坛三百四十人出席了会议',
        '^^^^^^^^^^^^^^^^^^^^^^^ warning[quote-drifted] CONCORD2021论坛三百四十人出席会议',
        'CONCORD2021论坛三百四十人出席会议。临江水利论坛闭幕。',
      ),
    );
  });

  it('has its later pieces sought after the ones before them', () => {
    checkFixture(
      corpus(
        '[临江水利论坛, 有340名代表出席会议]',
        '         ^^^^^^^^^^^ error[quote-altered] 有304名代表出席会议',
        '有340名代表出席的会议上，临江水利论坛开幕。有304名代表出席会议。',
      ),
    );
  });

  it('is told when a piece stands only before the one that it should follow', () => {
    checkFixture(
      corpus(
        '[昨日开幕, 临江水利论坛]',
        '       ^^^^^^ error[quote-not-found] only before the piece',
        '临江水利论坛昨日开幕。到此结束。',
      ),
    );
  });

  it('is told of its first piece, where several are missing', () => {
    checkFixture(
      corpus(
        '[从未有过的字句, 也没有这一句]',
        ' ^^^^^^^ error[quote-not-found] nothing near it',
        '临江水利论坛昨日开幕。',
      ),
    );
  });

  it('is judged by the names as they are now, though the document itself is unchanged', () => {
    const { files } = parseFixture(`-- entities/all.yaml --
town: {type: place, name: Sundvall}
-- documents/visit.md --
---
entities: [town]
claims:
  - {quote: the mayor of Karvik spoke to them all, subject: town, property: supports, value: town}
---
In Sundvall the mayor of Karvig spoke to them all.
`);
    const library = libraryOf(files);
    const codes = () => check(library, 'documents/visit.md').map(({ code }) => code);
    assert.deepEqual(codes(), ['quote-drifted']);
    library.update('entities/all.yaml', 'town: {type: place, name: Sundvall, aliases: [Karvik, Karvig]}\n');
    assert.deepEqual(codes(), ['quote-altered']);
  });
});
