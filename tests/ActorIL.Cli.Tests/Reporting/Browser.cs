using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Reporting;

/// <summary>Shows a page in Chromium and measures it there.</summary>
internal static class Browser
{
    private const string Catch = """
        <script>
        const problems = [];
        addEventListener('error', event => problems.push(event.message));
        console.error = console.warn = (...words) => problems.push(words.join(' '));
        </script>
        """;

    // What is measured: errors, the page's width, each figure's size and shapes, texts that leave their figure, and
    // whether the player moves something.
    private const string Measure = """
        <script>
        const out = document.documentElement;
        if (out.scrollWidth > innerWidth) problems.push('page of ' + out.scrollWidth + ' in ' + innerWidth);
        const figures = [...document.querySelectorAll('figure svg')];
        for (const figure of figures) {
          const name = figure.querySelector('title').textContent, box = figure.getBoundingClientRect();
          if (box.width < 200 || box.height < 80) problems.push(name + ' is small');
          const drawn = figure.querySelector('.curve, .f0, .f1, .f2, .f3, .f4, .f5, .body, .limb');
          if (!drawn) problems.push(name + ' is empty');
          for (const text of figure.querySelectorAll('text')) {
            const place = text.getBoundingClientRect();
            if (place.left < box.left - 1 || place.right > box.right + 1 || place.bottom > box.bottom + 1)
              problems.push(name + ': ' + text.textContent + ' is clipped');
          }
        }
        const slider = document.getElementById('player-slider');
        if (document.getElementById('rollout')) {
          const shown = () => document.getElementById('rollout').nextElementSibling.innerHTML;
          const before = shown();
          slider.value = slider.max;
          slider.dispatchEvent(new Event('input'));
          if (document.getElementById('player').hidden) problems.push('no player');
          if (before === shown()) problems.push('nothing moves');
        }
        const result = document.createElement('pre');
        result.id = 'measured';
        const found = problems.join('; ') || 'no problem';
        result.textContent = innerWidth + ' wide, ' + figures.length + ' figures: ' + found;
        parent.document.body.append(result);
        </script>
        """;

    /// <summary>What is wrong with a page at a width, as a sentence; null where there is no browser.</summary>
    public static async Task<string?> MeasuredAsync(string page, int width)
    {
        using var folder = new TemporaryFolder();
        var measured = page.Replace("<title>", Catch + "<title>", StringComparison.Ordinal)
            .Replace("</body>", Measure + "</body>", StringComparison.Ordinal);
        var text = await ShownAsync(folder, folder.Write("page.html", Framed(measured, width)));
        return text is null ? null : Regex.Match(text, "id=\"measured\">([^<]*)<").Groups[1].Value;
    }

    /// <summary>A browser's own window is at least 500 wide; a frame is as wide as it is told.</summary>
    private static string Framed(string page, int width) =>
        FormattableString.Invariant($"<!doctype html><iframe style=\"border:0;height:900px;width:{width}px\" srcdoc=\"")
        + page.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        + "\"></iframe>";

    /// <summary>The document after its scripts ran; null where there is no browser.</summary>
    private static async Task<string?> ShownAsync(TemporaryFolder folder, string path)
    {
        string[] arguments =
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            $"--user-data-dir={folder.Combine("profile")}",
            "--window-size=1400,900",
            "--dump-dom",
            "file://" + path,
        ];
        foreach (var name in (string[])["chromium", "chromium-browser", "google-chrome"])
        {
            try
            {
                var how = new ProcessStartInfo(name, arguments)
                {
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                };
                using var process = Process.Start(how)!;
                var error = process.StandardError.ReadToEndAsync();
                var text = await process.StandardOutput.ReadToEndAsync();
                await process.WaitForExitAsync();
                _ = await error;
                return text;
            }
            catch (Win32Exception)
            {
                // The next name.
            }
        }

        return null;
    }
}
