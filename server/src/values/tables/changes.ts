/** Words for changes of a number. Data only. */

import { words } from './list.ts';

/** Before "of". */
export const STEP_NOUNS: readonly string[] = words(`
  increase rise growth gain jump addition decrease fall drop decline reduction loss
`);

/** Before "to". */
export const STEP_VERBS: readonly string[] = words(`
  rose rise rises risen rising grew grow grows grown growing increased increases increasing climbed climbs climbing jumped
  jumps fell falls fallen falling dropped drops declined declines decreased decreases shrank shrunk sank sunk
  expanded reduced raised lowered cut
`);

/** Before a number, with or without 了; before 至 and 到 where the change leads. */
export const HAN_STEPS: readonly string[] = words(`
  增加 增长 减少 下降 提高 提升 上升 上涨 下跌 降低 上调 下调 缩减 攀升 回落 扩大 增 升 减 降 涨 跌
`);
