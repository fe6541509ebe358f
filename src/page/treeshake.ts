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

/** d3-interpolate makes its colour interpolators when it is loaded; marked as pure they go where nobody asks for them. */
export const pureInterpolators = {
  name: 'pure-interpolators',
  transform(code: string, id: string): string | null {
    return id.endsWith('d3-interpolate.mjs') ? code.replace(/^var (\w+) = \(function/gm, 'var $1 = /*#__PURE__*/(function') : null;
  },
};
