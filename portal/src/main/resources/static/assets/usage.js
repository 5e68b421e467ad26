// The dashboard: the chart, drawn from the table below it, and the stream that says when to look again.
const POLL_MILLISECONDS = 15_000;
const DASHBOARD = 'dashboard';

let chart = null;
let chosenMeter = null;
let stream = null;
let streamAddress = null;
let poll = null;

const byId = id => document.getElementById(id);
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

// ---- the chart

function chosen() {
  const buttons = [...document.querySelectorAll('[data-chart-meter]')];
  return buttons.find(button => button.dataset.chartMeter === chosenMeter) ?? buttons[0];
}

function days() {
  const table = byId('days');
  const rows = [...table.querySelectorAll('[data-day]')];
  const meter = chosen().dataset.chartMeter;
  const cells = rows.map(row => row.querySelector(`[data-meter="${meter}"]`));
  return {
    axis: Array.from({ length: Number(table.dataset.days) }, (_, index) => String(index + 1)),
    labels: rows.map(row => row.querySelector('th').textContent),
    shown: cells.map(cell => cell.textContent),
    values: cells.map(cell => Number(cell.dataset.value)),
    empty: table.dataset.empty === 'true',
  };
}

// Built of elements: a string of HTML with a style in it would be refused by the page's policy.
function tooltip(data, index) {
  const box = document.createElement('div');
  const day = box.appendChild(document.createElement('div'));
  day.className = 'tip-day';
  day.textContent = data.labels[index] ?? '';
  const quantity = box.appendChild(document.createElement('div'));
  quantity.className = 'tip-quantity';
  quantity.textContent = `${data.shown[index] ?? '–'} ${chosen().dataset.unit}`;
  return box;
}

function options(data) {
  const line = colour('--tblr-border-color');
  const text = colour('--tblr-secondary');
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 300,
    animationDurationUpdate: 200,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 4, right: 4, top: 16, bottom: 6, containLabel: true },
    xAxis: {
      type: 'category',
      data: data.axis,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: text, fontSize: 11, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: Math.max(...data.values, 0) > 5 ? 1 : 0,
      axisLabel: { color: text, fontSize: 11, formatter: value => compact.format(value) },
      splitLine: { lineStyle: { color: line, type: [3, 4] } },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colour('--portal-hover') } },
      backgroundColor: colour('--tblr-bg-surface'),
      borderColor: line,
      padding: [6, 10],
      extraCssText: 'box-shadow: 0 4px 16px rgba(0, 0, 0, .12)',
      formatter: points => tooltip(data, points[0].dataIndex),
    },
    series: [{
      type: 'bar',
      data: data.values,
      barMaxWidth: 22,
      barCategoryGap: '28%',
      itemStyle: { color: colour('--portal-bar'), borderRadius: [4, 4, 0, 0] },
      emphasis: { itemStyle: { color: colour('--portal-bar-strong') } },
    }],
  };
}

function draw() {
  const place = byId('chart');
  if (!place) {
    return;
  }
  if (chart?.getDom() !== place) {
    chart?.dispose();
    chart = echarts.init(place, null, { renderer: 'canvas' });
  }
  for (const button of document.querySelectorAll('[data-chart-meter]')) {
    const active = button === chosen();
    button.classList.toggle('active', active);
    button.setAttribute('aria-pressed', String(active));
  }
  const data = days();
  place.classList.toggle('chart-empty', data.empty);
  chart.setOption(options(data));
}

// ---- the stream

function say(state, text) {
  for (const status of document.querySelectorAll('[data-live]')) {
    status.dataset.live = state;
    status.querySelector('[data-live-text]').textContent = text;
  }
}

function look() {
  htmx.trigger(document.body, 'usage-advanced');
}

function disconnect() {
  stream?.close();
  stream = null;
  clearInterval(poll);
  poll = null;
}

function connect() {
  disconnect();
  streamAddress = byId(DASHBOARD).dataset.stream;
  stream = new EventSource(streamAddress);
  stream.addEventListener('open', () => say('on', 'Live'));
  stream.addEventListener('advanced', event => {
    // The first one tells where the log is; usually the page shows that already.
    if (document.querySelector('[data-position]').dataset.position !== event.data) {
      look();
    }
  });
  stream.addEventListener('error', () => {
    // The browser tries again by itself, unless the server refused: then we ask from time to time.
    const refused = stream?.readyState === EventSource.CLOSED;
    say('waiting', refused ? 'Updates every 15 seconds' : 'Reconnecting');
    if (refused && !poll) {
      poll = setInterval(look, POLL_MILLISECONDS);
    }
  });
}

// ---- what moved is marked for a moment

let before = new Map();

const quantities = () => new Map(
  [...document.querySelectorAll('[data-meter] [data-quantity]')]
    .map(element => [element.closest('[data-meter]').dataset.meter, element]));

function mark() {
  for (const [meter, element] of quantities()) {
    if (before.has(meter) && before.get(meter) !== element.dataset.plain) {
      element.classList.add('moved');
    }
  }
}

function remember() {
  before = new Map([...quantities()].map(([meter, element]) => [meter, element.dataset.plain]));
}

// ---- wiring

document.addEventListener('click', event => {
  const button = event.target.closest('[data-chart-meter]');
  if (button) {
    chosenMeter = button.dataset.chartMeter;
    draw();
  }
});

document.body.addEventListener('htmx:beforeRequest', remember);

// A session that has ended answers with the login page: go there instead of showing it in pieces.
document.body.addEventListener('htmx:beforeSwap', event => {
  if (new URL(event.detail.xhr.responseURL || location.href).pathname.endsWith('/login')) {
    event.detail.shouldSwap = false;
    location.reload();
  }
});

document.body.addEventListener('htmx:afterSettle', () => {
  draw();
  if (byId(DASHBOARD).dataset.stream !== streamAddress) {
    connect();
  } else if (stream?.readyState === EventSource.OPEN) {
    say('on', 'Live');
  }
});

document.body.addEventListener('htmx:oobAfterSwap', event => {
  if (event.detail.target.id === 'cards') {
    mark();
  }
});

document.addEventListener('theme-changed', draw);
addEventListener('resize', () => chart?.resize());

// A browser has few connections to a server; a page that nobody sees gives its own back.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    disconnect();
  } else {
    connect();
    look();
  }
});
addEventListener('pagehide', disconnect);

draw();
connect();
