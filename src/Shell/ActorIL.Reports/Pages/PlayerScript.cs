namespace ActorIL.Reports.Pages;

/// <summary>Plays the episodes; without it their first frames stand still.</summary>
internal static class PlayerScript
{
    public const string Text = """
        (() => {
          const player = document.getElementById('player');
          if (!player) return;
          const data = JSON.parse(document.getElementById('player-data').textContent);
          const button = document.getElementById('player-button');
          const slider = document.getElementById('player-slider');
          const time = document.getElementById('player-time');
          const shapes = data.scenes.flat().map(shape => [document.getElementById(shape.id), shape]);
          const last = Number(slider.max);
          let frame = 0, playing = false, first = 0, began = 0;
          const show = value => {
            frame = value;
            slider.value = value;
            time.textContent = (value * data.seconds).toFixed(2) + ' s';
            for (const [element, shape] of shapes) {
              const place = shape.places[Math.min(value, shape.places.length - 1)];
              if (shape.disk) {
                const [x, y] = place.split(',');
                element.setAttribute('cx', x);
                element.setAttribute('cy', y);
              } else {
                element.setAttribute('points', place);
              }
            }
          };
          const stop = () => { playing = false; button.textContent = 'Play'; };
          const tick = now => {
            if (!playing) return;
            const value = Math.min(last, first + Math.floor((now - began) / 1000 / data.seconds));
            if (value !== frame) show(value);
            if (value >= last) stop(); else requestAnimationFrame(tick);
          };
          button.addEventListener('click', () => {
            if (playing) { stop(); return; }
            playing = true;
            button.textContent = 'Pause';
            first = frame >= last ? 0 : frame;
            began = performance.now();
            requestAnimationFrame(tick);
          });
          slider.addEventListener('input', () => { stop(); show(Number(slider.value)); });
          player.hidden = false;
        })();
        """;
}
