// The page that a map-story template gives: the text as a configuration, all libraries at once, one MapLibre map behind the cards and
// flyTo at every step. It has the story's words, geometry and camera, and less of everything else: no charts, notes, tables or web fonts.
import * as d3Geo from 'd3-geo';
import * as d3Interpolate from 'd3-interpolate';
import * as d3Selection from 'd3-selection';
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import scrollama from 'scrollama';
import { feature } from 'topojson-client';
import 'maplibre-gl/dist/maplibre-gl.css';
import article from './article.json';
import './style.css';

// Whole, as a script tag brings it; of d3 only what this repository has installed, which is a third of it.
globalThis.d3 = { ...d3Geo, ...d3Interpolate, ...d3Selection };

const ground = { water: '#cfdde4', land: '#f3f1ec', border: '#9a9a94', highlight: '#f0c9a0', ink: '#333' };

writeArticle();
setWorkerUrl(workerUrl);
const map = new MapLibre({
  container: 'map',
  style: { version: 8, sources: {}, layers: [{ id: 'water', type: 'background', paint: { 'background-color': ground.water } }] },
  bounds: article.cover,
  fitBoundsOptions: { padding: 20 },
  attributionControl: false,
  interactive: false,
});
map.once('load', drawGround);
watchSteps();

function writeArticle() {
  const header = d3.select('#story').append('header').attr('id', 'cover').append('div').attr('class', 'card');
  header.append('h1').text(article.title);
  header.append('p').text(article.standfirst);
  const cards = d3
    .select('#story')
    .selectAll('section')
    .data(article.steps)
    .join('section')
    .attr('id', ({ id }) => id);
  const card = cards.append('div').attr('class', 'card');
  card.append('h2').text(({ title }) => title);
  card
    .selectAll('p')
    .data(({ paragraphs }) => paragraphs)
    .join('p')
    .text((words) => words);
}

async function drawGround() {
  const shapes = await Promise.all(article.layers.map(async ({ file }) => asGeojson(await (await fetch(file)).json())));
  for (const [i, { id, kind }] of article.layers.entries()) {
    map.addSource(id, { type: 'geojson', data: shapes[i] });
    if (kind !== 'rivers') {
      map.addLayer({ id, type: 'fill', source: id, paint: { 'fill-color': kind === 'water' ? ground.water : ground.land } });
    }
    if (kind !== 'water') {
      const colour = kind === 'rivers' ? ground.water : ground.border;
      map.addLayer({ id: `${id}-line`, type: 'line', source: id, paint: { 'line-color': colour, 'line-width': 1 } });
    }
  }
  drawHighlight(shapes);
  drawPlaces();
  followPlace();
}

const asGeojson = (data) => (data.type === 'Topology' ? feature(data, Object.values(data.objects)[0]) : data);

function drawHighlight(shapes) {
  const features = shapes.flatMap((shape) => shape.features ?? []).filter(({ properties }) => article.highlight.includes(properties?.id));
  map.addSource('highlight', { type: 'geojson', data: { type: 'FeatureCollection', features } });
  map.addLayer({ id: 'highlight', type: 'fill', source: 'highlight', paint: { 'fill-color': ground.highlight } });
}

function drawPlaces() {
  map.addSource('places', { type: 'geojson', data: article.places });
  map.addLayer({
    id: 'places',
    type: 'symbol',
    source: 'places',
    layout: { 'text-field': ['get', 'name'], 'text-size': 13 },
    paint: { 'text-color': ground.ink, 'text-halo-color': '#fff', 'text-halo-width': 1.2 },
  });
}

/** The page says when its map is there, as the story does. */
function followPlace() {
  map.once('idle', () => {
    document.documentElement.dataset.map = 'webgl';
  });
}

function watchSteps() {
  let begun = false;
  scrollama()
    .setup({ step: 'header, section', offset: 0.5 })
    .onStepEnter(({ element, index }) => {
      element.classList.add('active');
      // The map opens on the cover's view: there is nowhere to fly yet.
      if (!begun && index === 0) return;
      begun = true;
      const bounds = index ? article.steps[index - 1].bounds : article.cover;
      const { center, zoom } = map.cameraForBounds(bounds, { padding: 20 });
      map.flyTo({ center, zoom, speed: 0.8 });
    })
    .onStepExit(({ element }) => element.classList.remove('active'));
}
