namespace ActorIL.Hocon;

/// <summary>What the caller's reader answers when it is asked for a file.</summary>
public abstract record IncludeOutcome
{
    private IncludeOutcome() { }

    public abstract T Match<T>(Func<Found, T> found, Func<Missing, T> missing, Func<Unreadable, T> unreadable);

    /// <summary>The file's text; <see cref="Utf8Text"/> turns bytes into text.</summary>
    public sealed record Found(string Text) : IncludeOutcome
    {
        public override T Match<T>(Func<Found, T> found, Func<Missing, T> missing, Func<Unreadable, T> unreadable) =>
            found(this);
    }

    /// <summary>There is no such file. An include is then ignored, unless it is required.</summary>
    public sealed record Missing : IncludeOutcome
    {
        public override T Match<T>(Func<Found, T> found, Func<Missing, T> missing, Func<Unreadable, T> unreadable) =>
            missing(this);
    }

    /// <summary>There is something by that name, but it cannot be read as text; never ignored.</summary>
    /// <param name="Reason">Part of a sentence: "a folder", "bytes that are not UTF-8".</param>
    public sealed record Unreadable(string Reason) : IncludeOutcome
    {
        public override T Match<T>(Func<Found, T> found, Func<Missing, T> missing, Func<Unreadable, T> unreadable) =>
            unreadable(this);
    }
}
