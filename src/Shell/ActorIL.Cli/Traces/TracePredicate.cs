using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>What has to be true of a delivery: every one of these comparisons.</summary>
/// <param name="Terms">In the order they were typed.</param>
internal sealed record TracePredicate(ImmutableArray<PredicateTerm> Terms)
{
    /// <summary>What is said in a few words of how a predicate is written.</summary>
    public const string Form =
        "FIELD OP VALUE, joined with `and`: OP is = != < <= > >= contains; FIELD a path into the payload, or ordinal,"
        + " tick, micro, cause, from, to, message, hash, size";

    /// <summary>Fields that every delivery has.</summary>
    public static ImmutableArray<string> Headings { get; } =
    ["ordinal", "tick", "micro", "cause", "from", "to", "message", "hash", "size"];

    /// <summary>Reads a predicate.</summary>
    /// <param name="where">Where it was typed: what an error says.</param>
    /// <param name="text">What was typed.</param>
    public static Result<TracePredicate, Error> Parse(string where, string text) =>
        new PredicateParsing(where, text).Parse().Map(terms => new TracePredicate(terms));

    /// <summary>
    /// Whether a delivery is one of those asked for. A field it does not have is never what was asked for.
    /// </summary>
    /// <param name="delivered">The delivery.</param>
    /// <param name="sawField">Told of each term whose field the delivery has.</param>
    public bool IsTrue(TraceEntry.Delivered delivered, Action<int> sawField)
    {
        var payload = new Lazy<FieldNode?>(() => PayloadOf(delivered));
        var isTrue = true;
        for (var i = 0; i < Terms.Length; i++)
        {
            var term = Terms[i];
            var node = Heading(delivered, term.Field) ?? Find(payload, term.Field);
            if (node is not null)
            {
                sawField(i);
            }

            isTrue &= node is not null && PredicateTest.Holds(node, term.Comparison, term.Value);
        }

        return isTrue;
    }

    private static FieldNode? Find(Lazy<FieldNode?> payload, string path) =>
        payload.Value is { } node ? FieldPath.Find(node, path).Match<FieldNode?>(found => found, _ => null) : null;

    private static FieldNode? PayloadOf(TraceEntry.Delivered delivered) =>
        delivered.Record.Payload.IsEmpty
            ? null
            : FieldTree
                .Read(delivered.Record.Payload.AsSpan(), delivered.Channel.Payload)
                .Match<FieldNode?>(node => node, _ => null);

    private static FieldNode? Heading(TraceEntry.Delivered delivered, string field)
    {
        var record = delivered.Record;
        return field switch
        {
            "ordinal" => new FieldNode.Integer(record.Ordinal),
            "tick" => new FieldNode.Integer(record.Tick),
            "micro" => new FieldNode.Integer(record.Micro),
            "cause" => new FieldNode.Integer(record.Cause),
            "from" => new FieldNode.Text(record.FromPath),
            "to" => new FieldNode.Text(record.ToPath),
            "message" => new FieldNode.Text(delivered.Channel.MessageOf(record)),
            "hash" => new FieldNode.Text(record.PayloadHash.ToString("x16", CultureInfo.InvariantCulture)),
            "size" => new FieldNode.Integer(record.Payload.Length),
            _ => null,
        };
    }
}
