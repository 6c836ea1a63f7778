// Whether a chart can be seen. The desk is told when that changes, and again until it has heard: what is hidden is told nothing, and
// what is seen must not stand still.
const untilToldAgain = 1000; // Milliseconds.

export class Sight {
    // Tell(isSeen) gives a promise. Nothing is told of a chart that is seen from the beginning.
    constructor(canvas, tell) {
        this.canvas = canvas;
        this.tell = tell;
        this.told = true;
        this.look();
    }

    look() {
        const isSeen = this.canvas.clientWidth > 0 && this.canvas.clientHeight > 0;
        if (isSeen === this.told || this.isGone) return isSeen;
        this.told = isSeen;
        this.tell(isSeen).catch(() => {
            this.told = null;
            setTimeout(() => this.look(), untilToldAgain);
        });
        return isSeen;
    }

    dispose() {
        this.isGone = true;
    }
}
