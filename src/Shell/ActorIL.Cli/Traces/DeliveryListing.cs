using System.Globalization;
using System.Text.Json;
using ActorIL.Cli.Terminals;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Lists the deliveries of a trace.</summary>
internal sealed class DeliveryListing
{
    private readonly ListingRequest _request;
    private readonly DeliveryFilter _filter;
    private readonly TraceScan _scan;
    private long _ordinal;

    private DeliveryListing(TraceReader trace, ListingRequest request, DeliveryFilter filter) =>
        (_scan, _request, _filter) = (new(trace), request, filter);

    /// <summary>Entries asked for and shown.</summary>
    private long ShownCount { get; set; }

    /// <summary>Entries asked for beyond the limit.</summary>
    private long LeftOutCount { get; set; }

    public static ExitCode Run(Terminal terminal, ListingRequest request) =>
        OpenedTrace.Read(
            terminal,
            request.File,
            trace =>
                DeliveryFilter
                    .Of(trace, request.Filter)
                    .Map(filter =>
                    {
                        var listing = new DeliveryListing(trace, request, filter);
                        if (request.IsJson)
                        {
                            terminal.WriteJson(listing.Write);
                        }
                        else
                        {
                            listing.Write(terminal.Out);
                            TraceWarnings.Write(terminal, listing._scan.Problem, trace.Manifest.Level, filter);
                            listing.WriteLeftOut(terminal.Error);
                        }

                        return ExitCode.Success;
                    })
        );

    private void Write(TextWriter output)
    {
        output.Write(DeliveryLines.Header);
        foreach (var entry in Shown())
        {
            output.Write(
                entry.Match(
                    DeliveryLines.Of,
                    DeliveryLines.Of,
                    DeliveryLines.Of,
                    _ => "",
                    ended => DeliveryLines.Of(ended.Record)
                )
            );
        }

        output.Flush();
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("entries");
        foreach (var entry in Shown())
        {
            writer.WriteStartObject();
            DeliveryJson.Write(writer, entry);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("shown", ShownCount);
        writer.WriteNumber("left_out", LeftOutCount);
        writer.WriteStartArray("unknown_fields");
        foreach (var field in _filter.UnknownFields)
        {
            writer.WriteStringValue(field);
        }

        writer.WriteEndArray();
        writer.WriteString("problem", _scan.Problem?.Found);
    }

    private void WriteLeftOut(TextWriter error)
    {
        if (LeftOutCount > 0)
        {
            error.Write(
                string.Create(CultureInfo.InvariantCulture, $"{LeftOutCount} more: --limit N shows up to N of them.\n")
            );
            error.Flush();
        }
    }

    private IEnumerable<TraceEntry> Shown()
    {
        foreach (var entry in _scan.Entries())
        {
            if (_ordinal > _filter.Last)
            {
                break;
            }

            if (!IsAskedFor(entry))
            {
                continue;
            }

            if (ShownCount < _request.Limit)
            {
                ShownCount++;
                yield return entry;
            }
            else
            {
                LeftOutCount++;
            }
        }
    }

    private bool IsAskedFor(TraceEntry entry) =>
        entry.Match(
            delivered =>
            {
                _ordinal = delivered.Record.Ordinal;
                return _filter.Takes(delivered);
            },
            digested =>
            {
                _ordinal = digested.Record.Ordinal;
                return _request.HasEvents && _filter.IsWithin(_ordinal);
            },
            happened => _request.HasEvents && _filter.TakesEvent(happened.Record.Path, Math.Max(1, _ordinal)),
            _ => false,
            _ => _request.HasEvents && _filter.IsWithin(_ordinal)
        );
}
