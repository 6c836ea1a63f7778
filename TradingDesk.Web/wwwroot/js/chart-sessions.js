// A dashed line where a new day of India begins on a chart of less than a day.
const indiaOffsetSeconds = 19800;
const daySeconds = 86400;

export class SessionBreaks {
    constructor() {
        this.times = [];
        this.views = [{ zOrder: () => 'bottom', renderer: () => ({ draw: target => this.draw(target) }) }];
    }

    show(rows, candleSeconds, colour) {
        this.colour = colour;
        this.times = [];
        if (candleSeconds < daySeconds) {
            for (let at = 1; at < rows.length; at++) {
                if (dayOf(rows[at]) !== dayOf(rows[at - 1])) this.times.push(rows[at][0] + indiaOffsetSeconds);
            }
        }
        this.requestUpdate?.();
    }

    attached({ chart, requestUpdate }) {
        this.chart = chart;
        this.requestUpdate = requestUpdate;
    }

    detached() {
        this.chart = null;
    }

    paneViews() {
        return this.views;
    }

    draw(target) {
        if (!this.chart) return;
        const timeScale = this.chart.timeScale();
        target.useBitmapCoordinateSpace(({ context, bitmapSize, horizontalPixelRatio }) => {
            context.strokeStyle = this.colour;
            context.lineWidth = Math.max(1, Math.floor(horizontalPixelRatio));
            context.setLineDash([4, 4]);
            for (const time of this.times) {
                const x = timeScale.timeToCoordinate(time);
                if (x === null) continue;
                const line = Math.round((x - timeScale.options().barSpacing / 2) * horizontalPixelRatio) + 0.5;
                context.beginPath();
                context.moveTo(line, 0);
                context.lineTo(line, bitmapSize.height);
                context.stroke();
            }
        });
    }
}

function dayOf(row) {
    return Math.floor((row[0] + indiaOffsetSeconds) / daySeconds);
}
