using System.Globalization;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Traces;

/// <summary>A place in a trace, as it is typed.</summary>
internal abstract record TracePosition
{
    /// <summary>The forms a position has, for help texts and errors.</summary>
    public const string Forms =
        "an ordinal such as 1234, a round such as 17.3, update:N, episode:N, or a whole key as `trace show` prints it";

    private const string UpdatePrefix = "update:";
    private const string EpisodePrefix = "episode:";

    private TracePosition() { }

    public abstract T Match<T>(
        Func<Ordinal, T> ordinal,
        Func<Round, T> round,
        Func<Update, T> update,
        Func<Episode, T> episode,
        Func<Key, T> key
    );

    /// <summary>Reads a position.</summary>
    /// <param name="where">Where it was typed: what an error says.</param>
    /// <param name="text">What was typed.</param>
    public static Result<TracePosition, Error> Parse(string where, string text) =>
        (TryParse(text.Trim()) is { } position)
            ? Result.Success<TracePosition, Error>(position)
            : Result.Failure<TracePosition, Error>(
                new(where, $"\"{text}\"", Forms, "Choose one of these; counts begin with 1.")
            );

    private static TracePosition? TryParse(string text)
    {
        if (text.StartsWith(UpdatePrefix, StringComparison.Ordinal))
        {
            return Number(text[UpdatePrefix.Length..]) is { } update and > 0 ? new Update(update) : null;
        }

        if (text.StartsWith(EpisodePrefix, StringComparison.Ordinal))
        {
            return Number(text[EpisodePrefix.Length..]) is { } episode and > 0 ? new Episode(episode) : null;
        }

        if (EnvelopeKeyText.TryParse(text) is { } key)
        {
            return new Key(key);
        }

        return text.Split('.') switch
        {
            [var ordinal] => Number(ordinal) is { } number and > 0 ? new Ordinal(number) : null,
            [var tick, var micro] => Number(tick) is { } at && Number(micro) is { } within and <= int.MaxValue
                ? new Round(at, (int)within)
                : null,
            _ => null,
        };
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The delivery of this number.</summary>
    internal sealed record Ordinal(long Value) : TracePosition
    {
        public override T Match<T>(
            Func<Ordinal, T> ordinal,
            Func<Round, T> round,
            Func<Update, T> update,
            Func<Episode, T> episode,
            Func<Key, T> key
        ) => ordinal(this);

        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The deliveries of a round.</summary>
    internal sealed record Round(long Tick, int Micro) : TracePosition
    {
        public override T Match<T>(
            Func<Ordinal, T> ordinal,
            Func<Round, T> round,
            Func<Update, T> update,
            Func<Episode, T> episode,
            Func<Key, T> key
        ) => round(this);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tick}.{Micro}");
    }

    /// <summary>The last delivery of the round in which something was learned for the N-th time.</summary>
    internal sealed record Update(long Count) : TracePosition
    {
        public override T Match<T>(
            Func<Ordinal, T> ordinal,
            Func<Round, T> round,
            Func<Update, T> update,
            Func<Episode, T> episode,
            Func<Key, T> key
        ) => update(this);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{UpdatePrefix}{Count}");
    }

    /// <summary>The delivery of the rollout in which the N-th episode of the expert's training ended.</summary>
    internal sealed record Episode(long Count) : TracePosition
    {
        public override T Match<T>(
            Func<Ordinal, T> ordinal,
            Func<Round, T> round,
            Func<Update, T> update,
            Func<Episode, T> episode,
            Func<Key, T> key
        ) => episode(this);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{EpisodePrefix}{Count}");
    }

    /// <summary>The delivery of this key.</summary>
    internal sealed record Key(EnvelopeKey Value) : TracePosition
    {
        public override T Match<T>(
            Func<Ordinal, T> ordinal,
            Func<Round, T> round,
            Func<Update, T> update,
            Func<Episode, T> episode,
            Func<Key, T> key
        ) => key(this);

        public override string ToString() => Value.ToString();
    }
}
