/**
 * Calls at the top level of the d3 modules that only define things: without this list a bundler must keep them, and
 * with them every projection and colour space that no map here uses.
 */
export const treeshake = {
  manualPureFunctions: [
    'define',
    'extend',
    'rgbGamma',
    'rgbSpline',
    'hsl',
    'hcl',
    'cubehelix',
    'interpolateTransform',
    'Adder',
    'azimuthalRaw',
    'bisector',
    'Blur2',
    'blurf',
    'shuffler',
  ],
};
