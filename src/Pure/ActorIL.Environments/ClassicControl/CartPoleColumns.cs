namespace ActorIL.Environments.ClassicControl;

/// <summary>n states of <see cref="CartPole"/>, one array a field.</summary>
internal readonly struct CartPoleColumns(int count)
{
    public readonly double[] Position = new double[count];
    public readonly double[] Velocity = new double[count];
    public readonly double[] Angle = new double[count];
    public readonly double[] AngularVelocity = new double[count];

    public CartPoleState this[int index] => new(Position[index], Velocity[index], Angle[index], AngularVelocity[index]);

    public void Write(int index, CartPoleState state) =>
        (Position[index], Velocity[index], Angle[index], AngularVelocity[index]) = state;
}
