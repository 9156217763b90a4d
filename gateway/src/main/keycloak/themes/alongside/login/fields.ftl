<#-- A password field. The script adds the button that shows the password. -->
<#macro password name label autocomplete hint="" autofocus=false error="">
<div class="group<#if error?has_content> group--error</#if>">
<label class="label" for="${name}">${label}</label>
<#if hint?has_content><p class="hint" id="${name}-hint">${hint}</p></#if>
<#if error?has_content><p class="error-message" id="${name}-error"><span class="hidden">${msg("errorPrefix")} </span>${kcSanitize(error)?no_esc}</p></#if>
<div class="password">
<input class="input<#if error?has_content> input--error</#if>" id="${name}" name="${name}" type="password" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"<#if autofocus && !error?has_content> autofocus</#if><#if hint?has_content || error?has_content> aria-describedby="<#if hint?has_content>${name}-hint</#if><#if error?has_content> ${name}-error</#if>"</#if><#if error?has_content> aria-invalid="true"</#if>>
<button class="button button--secondary password__toggle" type="button" data-shows="${name}" data-show="${msg("show")}" data-hide="${msg("hide")}" data-show-label="${msg("showPassword")}" data-hide-label="${msg("hidePassword")}" hidden>${msg("show")}</button>
</div>
</div>
</#macro>
<#-- A field for a code that a person reads from an app or from paper. -->
<#macro code name label hint="" autofocus=false error="" inputmode="numeric">
<div class="group<#if error?has_content> group--error</#if>">
<label class="label" for="${name}">${label}</label>
<#if hint?has_content><p class="hint" id="${name}-hint">${hint}</p></#if>
<#if error?has_content><p class="error-message" id="${name}-error"><span class="hidden">${msg("errorPrefix")} </span>${kcSanitize(error)?no_esc}</p></#if>
<input class="input input--code<#if error?has_content> input--error</#if>" id="${name}" name="${name}" type="text" inputmode="${inputmode}" autocomplete="one-time-code" autocapitalize="none" spellcheck="false"<#if autofocus && !error?has_content> autofocus</#if><#if hint?has_content || error?has_content> aria-describedby="<#if hint?has_content>${name}-hint</#if><#if error?has_content> ${name}-error</#if>"</#if><#if error?has_content> aria-invalid="true"</#if>>
</div>
</#macro>
