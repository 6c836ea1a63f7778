// The chart as a picture, with what it shows written above it, saved by the browser under its name.
const captionHeight = 28;

export function savePicture(chart, colours, name, caption) {
    const shot = chart.takeScreenshot(true, false);
    const scale = shot.width / Math.max(1, chart.chartElement().clientWidth);
    const high = Math.round(captionHeight * scale);
    const picture = document.createElement('canvas');
    [picture.width, picture.height] = [shot.width, shot.height + high];
    const context = picture.getContext('2d');
    context.fillStyle = colours.background;
    context.fillRect(0, 0, picture.width, picture.height);
    context.font = `${12 * scale}px Inter, system-ui, sans-serif`;
    context.textBaseline = 'middle';
    context.fillStyle = colours.text;
    context.fillText(caption, 10 * scale, high / 2, picture.width - 20 * scale);
    context.drawImage(shot, 0, high);
    picture.toBlob(blob => {
        const link = document.createElement('a');
        link.download = name;
        link.href = URL.createObjectURL(blob);
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    }, 'image/png');
}
