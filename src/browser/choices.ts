import { recall, themeKey, unitsKey } from './memory.ts';

/** Regions where distances are read in miles. */
const inMiles = /-(US|GB|LR|MM)\b/;

/**
 * What the reader has chosen before, as attributes of the page: the colours, and `units` where lengths and areas are to be
 * in miles, which their locale says until they do. In part of somebody else's page nothing is.
 */
export function recallChoices(dataset: DOMStringMap): void {
  if (dataset.frame !== 'whole') return;
  const theme = recall(themeKey);
  if (theme) dataset.theme ??= theme;
  const units = recall(unitsKey) ?? (inMiles.test(navigator.language) ? 'mi' : 'km');
  if (units === 'mi') dataset.units = units;
}
