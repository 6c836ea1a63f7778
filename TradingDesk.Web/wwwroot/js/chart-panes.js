// The chart's panes and their heights: candles, volume, then one for each spec that does not lie on the candles.

const leastCandles = 0.48; // Of the height; what is below shares the rest.
const volumeShare = 0.1;
const mostPane = 0.16;
const leastPanePixels = 48;
const leastPanePixelsShort = 40; // On a chart shorter than this, two low panes tell more than one high one.
const shortPixels = 320;
const leastVolumePixels = 37; // On a short chart volume takes more than its share, or its bars could not be told apart.
const timeAxisPixels = 27;
const sameShare = 0.004; // The library rounds heights to pixels.

export class Panes {
    constructor() {
        this.own = new Map(); // Shares that the person dragged, by pane.
    }

    begin(chart, hasVolume) {
        this.chart = chart;
        this.keys = hasVolume ? ['candles', 'volume'] : ['candles'];
        this.fixed = this.keys.length;
        this.given = new Map();
        this.volume = volumeShare;
    }

    // How many panes have room below candles and volume in a canvas of this height.
    room(height) {
        this.volume = Math.max(volumeShare, Math.min(mostPane, leastVolumePixels / Math.max(1, height - timeAxisPixels)));
        const rest = 1 - leastCandles - (this.fixed - 1) * this.volume;
        const least = height < shortPixels ? leastPanePixelsShort : leastPanePixels;
        return Math.max(1, Math.floor((height - timeAxisPixels) * rest / least));
    }

    // Where a spec's series goes; a pane that is not there yet comes last.
    indexOf(key) {
        const at = this.keys.indexOf(key);
        if (at >= 0) return at;
        return this.keys.push(key) - 1;
    }

    // Before a spec's series leave: the library drops a pane with its last series.
    leave(key) {
        const at = this.keys.indexOf(key);
        if (at >= this.fixed) this.keys.splice(at, 1);
    }

    // What the person dragged since the last layout is theirs from now on.
    note() {
        const shares = this.shares();
        if ([...this.given].every(([key, share]) => Math.abs((shares.get(key) ?? share) - share) < sameShare)) return;
        for (const [key, share] of shares) this.own.set(key, share);
    }

    layout(order) {
        order.forEach((key, index) => this.move(key, this.fixed + index));
        const each = Math.min(mostPane, (1 - leastCandles - (this.fixed - 1) * this.volume) / Math.max(1, order.length));
        const shares = new Map(this.keys.slice(1).map(key => [key, this.own.get(key) ?? (key === 'volume' ? this.volume : each)]));
        const below = [...shares.values()].reduce((sum, share) => sum + share, 0);
        const least = Math.min(this.own.get('candles') ?? leastCandles, leastCandles);
        shares.set('candles', Math.max(1 - below, below * least / (1 - least)));
        this.chart.panes().forEach((pane, index) => pane.setStretchFactor(shares.get(this.keys[index])));
        this.given = this.shares();
    }

    shares() {
        const factors = this.chart.panes().map(pane => pane.getStretchFactor());
        const sum = factors.reduce((total, factor) => total + factor, 0);
        return new Map(factors.map((factor, index) => [this.keys[index], factor / sum]));
    }

    move(key, to) {
        const from = this.keys.indexOf(key);
        if (from === to) return;
        // The library's way to move a pane does not know those that were added in the same frame.
        this.chart.swapPanes(from, to);
        [this.keys[from], this.keys[to]] = [this.keys[to], this.keys[from]];
    }
}
