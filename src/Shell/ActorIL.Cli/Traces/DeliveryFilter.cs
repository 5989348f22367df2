using System.IO.Enumeration;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Chooses deliveries of a trace. It remembers which fields of its predicate it has met.</summary>
internal sealed class DeliveryFilter
{
    private readonly FilterRequest _request;
    private readonly TracePredicate? _predicate;
    private readonly bool[] _isFieldKnown;

    private DeliveryFilter(FilterRequest request, TracePredicate? predicate, long first, long last) =>
        (_request, _predicate, First, Last, _isFieldKnown) = (
            request,
            predicate,
            first,
            last,
            new bool[predicate?.Terms.Length ?? 0]
        );

    /// <summary>The first ordinal asked for.</summary>
    public long First { get; }

    /// <summary>The last ordinal asked for.</summary>
    public long Last { get; }

    /// <summary>Fields of the predicate that no delivery had so far.</summary>
    public IEnumerable<string> UnknownFields =>
        _predicate?.Terms.Where((_, index) => !_isFieldKnown[index]).Select(term => term.Field) ?? [];

    /// <summary>The filter of these flags; positions are looked up in the trace.</summary>
    public static Result<DeliveryFilter, Error> Of(TraceReader trace, FilterRequest request) =>
        Predicate(request.Where)
            .Then(predicate =>
                Stretch(trace, "--from", request.From, new(1, 1))
                    .Then(from =>
                        Stretch(trace, "--to", request.To, new(long.MaxValue, long.MaxValue))
                            .Then(to =>
                                from.First <= to.Last
                                    ? Result.Success<DeliveryFilter, Error>(
                                        new(request, predicate, from.First, to.Last)
                                    )
                                    : Result.Failure<DeliveryFilter, Error>(
                                        new(
                                            "--from, --to",
                                            $"{request.From}, which comes after {request.To}",
                                            "a stretch that ends after it begins",
                                            "Exchange the two."
                                        )
                                    )
                            )
                    )
            );

    /// <summary>Whether a delivery is asked for.</summary>
    public bool Takes(TraceEntry.Delivered delivered) =>
        IsWithin(delivered.Record.Ordinal)
        && TakesActor(delivered.Record.ToPath, delivered.Record.FromPath)
        && TakesMessage(delivered)
        && (_predicate is null || _predicate.IsTrue(delivered, index => _isFieldKnown[index] = true));

    /// <summary>The same filter, which has met no field yet.</summary>
    public DeliveryFilter Anew() => new(_request, _predicate, First, Last);

    /// <summary>Whether an event of this actor, after this delivery, belongs to what is asked for.</summary>
    public bool TakesEvent(string path, long ordinal) => IsWithin(ordinal) && TakesActor(path, path);

    /// <summary>Whether a boundary after this delivery belongs to what is asked for.</summary>
    public bool IsWithin(long ordinal) => ordinal >= First && ordinal <= Last;

    private bool TakesActor(string one, string other) =>
        _request.Actor is not { } glob || Fits(glob, one) || Fits(glob, other);

    private bool TakesMessage(TraceEntry.Delivered delivered)
    {
        if (_request.Message is not { } glob)
        {
            return true;
        }

        var name = delivered.Channel.MessageOf(delivered.Record);
        var slash = name.LastIndexOf('/');
        return Fits(glob, name)
            || Fits(glob, slash < 0 ? name : name[..slash])
            || Fits(glob, delivered.Channel.Message.Name);
    }

    private static bool Fits(string glob, string name) =>
        FileSystemName.MatchesSimpleExpression(glob, name, ignoreCase: false);

    private static Result<TracePredicate?, Error> Predicate(string? text) =>
        text is null
            ? Result.Success<TracePredicate?, Error>(null)
            : TracePredicate.Parse("--where", text).Map<TracePredicate?>(predicate => predicate);

    private static Result<TraceStretch, Error> Stretch(
        TraceReader trace,
        string flag,
        string? text,
        TraceStretch otherwise
    ) =>
        text is null
            ? Result.Success<TraceStretch, Error>(otherwise)
            : TracePosition.Parse(flag, text).Then(position => PositionSearch.Find(trace, position));
}
