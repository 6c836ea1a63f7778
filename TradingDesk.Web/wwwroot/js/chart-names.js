// A pane's name in its corner, over the grid; it comes and goes with the series it is attached to.
export class PaneName {
    constructor(text, colour) {
        this.text = text;
        this.colour = colour;
        this.views = [{ zOrder: () => 'normal', renderer: () => ({ draw: target => this.draw(target) }) }];
    }

    recolour(colour) {
        this.colour = colour;
        this.requestUpdate?.();
    }

    attached({ requestUpdate }) {
        this.requestUpdate = requestUpdate;
    }

    detached() {
        this.requestUpdate = null;
    }

    paneViews() {
        return this.views;
    }

    draw(target) {
        target.useMediaCoordinateSpace(({ context }) => {
            context.font = '11px Inter, system-ui, sans-serif';
            context.textBaseline = 'top';
            context.fillStyle = this.colour;
            context.fillText(this.text, 6, 3);
        });
    }
}
