namespace ActorIL.Hocon.Resolution;

/// <summary>A value written out in full.</summary>
internal abstract record Written
{
    private Written() { }

    public abstract T Match<T>(Func<Absent, T> absent, Func<Present, T> present, Func<Failed, T> failed);

    /// <summary>The field or element does not exist.</summary>
    internal sealed record Absent : Written
    {
        public override T Match<T>(Func<Absent, T> absent, Func<Present, T> present, Func<Failed, T> failed) =>
            absent(this);
    }

    internal sealed record Present(HoconValue Value) : Written
    {
        public override T Match<T>(Func<Absent, T> absent, Func<Present, T> present, Func<Failed, T> failed) =>
            present(this);
    }

    internal sealed record Failed(HoconError Error) : Written
    {
        public override T Match<T>(Func<Absent, T> absent, Func<Present, T> present, Func<Failed, T> failed) =>
            failed(this);
    }
}
