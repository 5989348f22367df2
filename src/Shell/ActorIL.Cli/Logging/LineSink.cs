using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace ActorIL.Cli.Logging;

/// <summary>
/// Hands each event on as a line: above a live display, or to a stream that is not the process's own.
/// </summary>
/// <param name="template">How a line looks.</param>
/// <param name="line">Takes it, with its line end.</param>
internal sealed class LineSink(string template, Action<string> line) : ILogEventSink
{
    private readonly MessageTemplateTextFormatter _formatter = new(template, CultureInfo.InvariantCulture);

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        _formatter.Format(logEvent, text);
        line(text.ToString());
    }
}
