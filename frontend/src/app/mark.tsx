/** A speech bubble, and someone beside it. */
export function Mark() {
  return (
    <svg className="mast__mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path
        fill="#ffcf33"
        d="M3 4h15a2.5 2.5 0 0 1 2.5 2.5v8A2.5 2.5 0 0 1 18 17h-7.5L6 21v-4H3a2.5 2.5 0 0 1-2.5-2.5v-8A2.5 2.5 0 0 1 3 4z"
      />
      <circle fill="#d3e9e7" stroke="#082f33" strokeWidth="1.5" cx="21.5" cy="19" r="5.5" />
    </svg>
  )
}
