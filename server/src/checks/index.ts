/** The one registration of every check, in the order of the format's catalogue. Everything that lists checks derives from it. */

import { acceptanceWithoutReason } from './acceptanceWithoutReason.ts';
import { ageMismatch } from './ageMismatch.ts';
import { aliasAmbiguous } from './aliasAmbiguous.ts';
import { ambiguousMention } from './ambiguousMention.ts';
import { anachronism } from './anachronism.ts';
import { attributionMismatch } from './attributionMismatch.ts';
import { bodyChanged } from './bodyChanged.ts';
import { changeArithmetic } from './changeArithmetic.ts';
import { circularSource } from './circularSource.ts';
import { conflictingDate } from './conflictingDate.ts';
import { conflictingMetadata } from './conflictingMetadata.ts';
import { conflictingOfficeHolder } from './conflictingOfficeHolder.ts';
import { conflictingQuantity } from './conflictingQuantity.ts';
import { conflictingValue } from './conflictingValue.ts';
import { contradictingRelation } from './contradictingRelation.ts';
import { dateUnresolved } from './dateUnresolved.ts';
import { duplicateClaim } from './duplicateClaim.ts';
import { duplicateClaimId } from './duplicateClaimId.ts';
import { duplicateEntity } from './duplicateEntity.ts';
import { durationMismatch } from './durationMismatch.ts';
import type { Check } from './engine/check.ts';
import { eventOrder } from './eventOrder.ts';
import { hedgeDropped } from './hedgeDropped.ts';
import { invalidYaml } from './invalidYaml.ts';
import { listCountMismatch } from './listCountMismatch.ts';
import { missingInverse } from './missingInverse.ts';
import { missingQualifier } from './missingQualifier.ts';
import { missingScope } from './missingScope.ts';
import { nameNotListed } from './nameNotListed.ts';
import { nonMonotone } from './nonMonotone.ts';
import { officeOutsideTerm } from './officeOutsideTerm.ts';
import { placeContainment } from './placeContainment.ts';
import { possibleDuplicate } from './possibleDuplicate.ts';
import { quoteAltered } from './quoteAltered.ts';
import { quoteAmbiguous } from './quoteAmbiguous.ts';
import { quoteDrifted } from './quoteDrifted.ts';
import { quoteNotFound } from './quoteNotFound.ts';
import { quoteValueMismatch } from './quoteValueMismatch.ts';
import { staleAcceptance } from './staleAcceptance.ts';
import { staleState } from './staleState.ts';
import { sumMismatch } from './sumMismatch.ts';
import { tension } from './tension.ts';
import { translationMismatch } from './translationMismatch.ts';
import { typeMismatch } from './typeMismatch.ts';
import { unannotatedFigure } from './unannotatedFigure.ts';
import { unitMismatch } from './unitMismatch.ts';
import { unknownKey } from './unknownKey.ts';
import { unresolvedEntity } from './unresolvedEntity.ts';
import { unresolvedProperty } from './unresolvedProperty.ts';
import { unresolvedReference } from './unresolvedReference.ts';
import { untaggedName } from './untaggedName.ts';
import { unusedAcceptance } from './unusedAcceptance.ts';
import { unusedEntity } from './unusedEntity.ts';
import { valueKind } from './valueKind.ts';
import { wanYiSlip } from './wanYiSlip.ts';
import { weekdayMismatch } from './weekdayMismatch.ts';
import { wrongShape } from './wrongShape.ts';

export const CHECKS: readonly Check[] = [
  invalidYaml,
  unknownKey,
  wrongShape,
  unresolvedEntity,
  unresolvedProperty,
  unresolvedReference,
  duplicateEntity,
  duplicateClaimId,
  duplicateClaim,
  valueKind,
  unitMismatch,
  typeMismatch,
  missingQualifier,
  quoteNotFound,
  quoteAltered,
  quoteDrifted,
  quoteAmbiguous,
  quoteValueMismatch,
  hedgeDropped,
  conflictingQuantity,
  conflictingDate,
  conflictingValue,
  tension,
  nonMonotone,
  conflictingOfficeHolder,
  officeOutsideTerm,
  anachronism,
  contradictingRelation,
  missingInverse,
  eventOrder,
  placeContainment,
  ambiguousMention,
  unusedEntity,
  untaggedName,
  nameNotListed,
  aliasAmbiguous,
  possibleDuplicate,
  translationMismatch,
  wanYiSlip,
  listCountMismatch,
  changeArithmetic,
  sumMismatch,
  durationMismatch,
  weekdayMismatch,
  ageMismatch,
  dateUnresolved,
  attributionMismatch,
  missingScope,
  staleState,
  circularSource,
  conflictingMetadata,
  bodyChanged,
  unannotatedFigure,
  acceptanceWithoutReason,
  unusedAcceptance,
  staleAcceptance,
];
