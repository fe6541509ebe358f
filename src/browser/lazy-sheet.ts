import type { CellPlace } from '../graphics/charts/cell-marks.ts';
import type { Size } from '../scene/camera.ts';
import type { Scene } from '../story.ts';
import type { Sheet } from './sheet.ts';

/** A sheet whose code comes later. What is asked of it before is done, in its settled state, when it has come. */
export interface LazySheet {
  show(scene: Scene, visible: Size, cardPx: number, from: CellPlace | null, done: () => void): () => void;
  hide(to: CellPlace | null, done: () => void): () => void;
  cut(scene: Scene, visible: Size, cardPx: number, done: () => void): () => void;
  /** Begins to load, if it has not. */
  prepare(): void;
}

export function createLazySheet(load: () => Promise<Sheet>, onFail: (error: unknown) => void): LazySheet {
  let sheet: Sheet | null = null;
  let loading: Promise<Sheet | null> | null = null;
  const prepare = () => {
    loading ??= load().then(
      (loaded) => {
        sheet = loaded;
        return loaded;
      },
      (error) => {
        loading = null;
        onFail(error);
        return null;
      },
    );
    return loading;
  };
  const later = (run: (loaded: Sheet) => void, done: () => void): (() => void) => {
    let wanted = true;
    void prepare().then((loaded) => {
      if (!wanted) return;
      if (loaded) run(loaded);
      done();
    });
    return () => {
      wanted = false;
    };
  };
  const now = (done: () => void) => {
    done();
    return () => {};
  };

  return {
    prepare: () => void prepare(),
    show(scene, visible, cardPx, from, done) {
      return sheet ? sheet.show(scene, visible, cardPx, from, done) : later((loaded) => loaded.cut(scene, visible, cardPx), done);
    },
    hide: (to, done) => (sheet ? sheet.hide(to, done) : now(done)),
    cut(scene, visible, cardPx, done) {
      if (sheet) sheet.cut(scene, visible, cardPx);
      else if (scene.chart) return later((loaded) => loaded.cut(scene, visible, cardPx), done);
      return now(done);
    },
  };
}
