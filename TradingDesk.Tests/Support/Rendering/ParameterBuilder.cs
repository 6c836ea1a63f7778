using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;

namespace TradingDesk.Tests.Support.Rendering;

/// <summary>Collects a component's parameters by naming its properties.</summary>
internal sealed class ParameterBuilder<T>
    where T : class, IComponent
{
    private readonly Dictionary<string, object?> _values = [];

    public static ParameterView Build(Action<ParameterBuilder<T>>? parameters)
    {
        var builder = new ParameterBuilder<T>();
        parameters?.Invoke(builder);
        return ParameterView.FromDictionary(builder._values);
    }

    public ParameterBuilder<T> Add<TValue>(Expression<Func<T, TValue>> property, TValue value) => Set(property, value);

    public ParameterBuilder<T> Add<TValue>(Expression<Func<T, EventCallback<TValue>>> property, Action<TValue> callback) =>
        Set(property, EventCallback.Factory.Create(this, callback));

    public ParameterBuilder<T> Add(Expression<Func<T, EventCallback>> property, Action callback) =>
        Set(property, EventCallback.Factory.Create(this, callback));

    public ParameterBuilder<T> AddChildContent(string markup)
    {
        _values["ChildContent"] = (RenderFragment)(tree => tree.AddMarkupContent(0, markup));
        return this;
    }

    public ParameterBuilder<T> AddUnmatched(string name, object? value)
    {
        _values[name] = value;
        return this;
    }

    private ParameterBuilder<T> Set(LambdaExpression property, object? value)
    {
        _values[((MemberExpression)property.Body).Member.Name] = value;
        return this;
    }
}
