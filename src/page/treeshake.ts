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

/**
 * d3-interpolate makes its colour interpolators when it is loaded, d3-array takes its searches apart, and d3-geo makes what
 * its projections need: marked as pure they go where nobody asks for them. No map here is projected by d3-geo: its
 * `geoClipRectangle` and `geoInterpolate` need none of it, and a test holds the drawing to these two.
 */
export const pureDefinitions = {
  name: 'pure-definitions',
  transform(code: string, id: string): string | null {
    if (id.endsWith('d3-interpolate.mjs')) return code.replace(/^var (\w+) = \(function/gm, 'var $1 = /*#__PURE__*/(function');
    if (id.endsWith('d3-geo.mjs'))
      return code
        .replace(/^(\w+)\.(invert|prototype) = /gm, 'var $1_$2 = /*#__PURE__*/')
        .replace(/^var (\w+) = (?=\w+\()/gm, 'var $1 = /*#__PURE__*/');
    if (id.endsWith('d3-array.mjs')) return code.replace(/^(?:const|var) (\w+) = (\w+\.\w+);/gm, 'var $1 = /*#__PURE__*/(() => $2)();');
    return null;
  },
};
